// Addresses as writers type them, and which of them are this machine.
import assert from 'node:assert/strict';
import { candidateBases, isLoopback, readAddress } from '../../../src/models/address';
import { contextTokensFor } from '../../../src/models/contextTokens';

describe('models: addresses', () => {
  const bases: readonly (readonly [string, string])[] = [
    ['https://api.openai.com/v1', 'https://api.openai.com/v1'],
    ['https://api.openai.com/v1/', 'https://api.openai.com/v1'],
    [' api.openai.com ', 'https://api.openai.com/v1'],
    ['localhost:11434', 'http://localhost:11434/v1'],
    ['http://localhost:1234/v1/chat/completions', 'http://localhost:1234/v1'],
    ['127.0.0.1:8080/v1/models', 'http://127.0.0.1:8080/v1'],
    ['[::1]:8080', 'http://[::1]:8080/v1'],
    ['0.0.0.0:11434', 'http://127.0.0.1:11434/v1'],
    ['openrouter.ai/api/v1', 'https://openrouter.ai/api/v1'],
    ['https://api.groq.com/openai', 'https://api.groq.com/openai'],
    ['https://generativelanguage.googleapis.com/v1beta/openai/?x=1#y', 'https://generativelanguage.googleapis.com/v1beta/openai'],
    ['http://192.168.1.20:11434', 'http://192.168.1.20:11434/v1'],
    ['studio-pc.local:1234', 'https://studio-pc.local:1234/v1'],
  ];
  for (const [typed, base] of bases) {
    it(`reads ${typed}`, () => {
      const address = readAddress(typed);
      assert.equal(typeof address === 'string' ? address : address.base, base);
    });
  }

  it('says what is wrong with what is none', () => {
    assert.equal(readAddress('  '), 'empty');
    assert.equal(readAddress('not an address'), 'notAnAddress');
    assert.equal(readAddress('file:///etc/passwd'), 'notHttp');
    assert.equal(readAddress('https://user:pass@example.com'), 'hasCredentials');
    assert.equal(readAddress('https://api.openai.com@evil.example'), 'hasCredentials');
  });

  it('knows this machine by the whole host name, never by how it begins or ends', () => {
    const host = (address: string): string => new URL(address).hostname;
    for (const here of ['http://localhost', 'http://LOCALHOST:1', 'http://127.0.0.1', 'http://127.9.8.7', 'http://127.1', 'http://2130706433', 'http://0x7f.1', 'http://[::1]', 'http://[0:0:0:0:0:0:0:1]']) {
      assert.ok(isLoopback(host(here)), here);
    }
    for (const elsewhere of [
      'http://localhost.example.com', 'http://127.0.0.1.nip.io', 'http://notlocalhost', 'http://my.localhost.evil.example', 'http://127.0.0.1.evil.example',
      'http://128.0.0.1', 'http://10.0.0.1', 'http://192.168.0.1', 'http://[::2]', 'http://[::ffff:8.8.8.8]', 'http://localhost@evil.example', 'http://evil.example/?localhost', 'http://evil.example#127.0.0.1', 'http://0.0.0.0',
    ]) {
      assert.ok(!isLoopback(host(elsewhere)), elsewhere);
    }
  });

  it('takes no part of a name for the whole, even one that no address can have', () => {
    assert.deepEqual(['x127.0.0.1', '127.0.0.1x', '127.0.0.1.', 'localhost.', '[::1].x', ''].filter(isLoopback), []);
  });

  it('knows what would cross a network unencrypted', () => {
    const exposed = (typed: string): boolean => (readAddress(typed) as { exposed: boolean }).exposed;
    assert.deepEqual(['http://192.168.1.20:1', 'https://192.168.1.20:1', 'http://localhost:1'].map(exposed), [true, false, false]);
  });

  it('tries /v1 first where the address has no version', () => {
    const tried = (typed: string): string[] => candidateBases(readAddress(typed) as Exclude<ReturnType<typeof readAddress>, string>).map(({ base }) => base);
    assert.deepEqual(tried('https://api.groq.com/openai'), ['https://api.groq.com/openai/v1', 'https://api.groq.com/openai']);
    assert.deepEqual(tried('localhost:1234'), ['http://localhost:1234/v1']);
  });

  it('guesses what a model can read: the writer first, then the server, then the name', () => {
    assert.equal(contextTokensFor('gpt-4o-mini', false, 9000, 1000), 9000);
    assert.equal(contextTokensFor('gpt-4o-mini', false, 0, 1000), 1000);
    assert.equal(contextTokensFor('openai/gpt-4o-mini', false, 0), 128_000);
    assert.equal(contextTokensFor('anything', false, 0), 32_000);
    assert.equal(contextTokensFor('claude-like-local', true, 0), 8_000);
  });
});
