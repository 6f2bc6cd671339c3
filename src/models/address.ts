// Addresses of model servers: what the writer typed, as a base address, an origin, and whether it is this machine.

export interface Address {
  /** Without a slash at its end: "https://api.openai.com/v1". */
  readonly base: string;
  /** `new URL(base).origin`: what keys and confirmations belong to. */
  readonly origin: string;
  /** For the writer: "api.openai.com", "localhost:11434". */
  readonly host: string;
  /** Whether requests stay on this machine. */
  readonly local: boolean;
  /** Whether the script would cross a network unencrypted. */
  readonly exposed: boolean;
}

export type AddressProblem = 'empty' | 'notAnAddress' | 'notHttp' | 'hasCredentials';

/**
 * Whether a host name, as `new URL(...).hostname` gives it, is this machine: localhost, 127.0.0.0/8 or ::1.
 * Names that only look so ("localhost.example.com", "127.0.0.1.nip.io") are not, and no name is looked up.
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.(?:\d{1,3}\.){2}\d{1,3}$/.test(hostname);
}

/**
 * Reads an address as a writer types it: with or without a scheme, with the whole path of a request or none.
 * An address without a path gets "/v1", where model servers live by convention.
 */
export function readAddress(typed: string): Address | AddressProblem {
  const url = parseTyped(typed);
  if (typeof url === 'string') {
    return url;
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(?:chat\/completions|completions|models|responses)$/, '');
  return describe(url.origin + (path === '' ? '/v1' : path));
}

/** The base addresses worth trying for what the writer typed, the likeliest first. */
export function candidateBases(address: Address): readonly Address[] {
  return /\/v\d+\w*$/.test(address.base) ? [address] : [describe(`${address.base}/v1`), address];
}

function parseTyped(typed: string): URL | AddressProblem {
  const text = typed.trim();
  if (text === '') {
    return 'empty';
  }
  // "localhost:1234" is a valid URL with the scheme "localhost:", so a scheme counts only with its slashes.
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  let url: URL;
  try {
    url = new URL(hasScheme ? text : `http://${text}`);
    if (!hasScheme && !isLoopback(url.hostname) && url.hostname !== '0.0.0.0') {
      url = new URL(`https://${text}`);
    }
  } catch {
    return 'notAnAddress';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return 'notHttp';
  }
  if (url.username !== '' || url.password !== '') {
    return 'hasCredentials';
  }
  if (url.hostname === '0.0.0.0') {
    // What servers print when they listen everywhere; as a destination it means this machine.
    url.hostname = '127.0.0.1';
  }
  return url;
}

function describe(base: string): Address {
  const url = new URL(base);
  const local = isLoopback(url.hostname);
  return { base, origin: url.origin, host: url.host, local, exposed: url.protocol === 'http:' && !local };
}
