// The practice model: an OpenAI-compatible server on loopback for a first look and for tests. It is not AI: it composes lines
// by rules from the words of the request, sends nothing anywhere, and says what it is wherever it is asked.
import http from 'node:http';
import { composeAlternatives } from './compose.mjs';
import { KINDS } from './kinds.mjs';
import { readRequest } from './readRequest.mjs';

export const PRACTICE_MODEL = 'backlot-practice';
export const WHAT_IT_IS = "Backlot's practice model. Not AI: it makes lines by rules, from the words of your own scene, on this computer.";

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Access-Control-Allow-Methods': 'GET, POST, OPTIONS' };
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param {object} [options]
 * @param {number} [options.port] 0 for any free one
 * @param {boolean} [options.quick] no delays: for tests that do not look at time
 * @param {number} [options.firstMs] until the first piece
 * @param {number} [options.pieceMs] between pieces of about a word
 * @returns {Promise<{ address: string, model: string, requests: object[], aborted: () => number, stop: () => Promise<void> }>}
 */
export async function startPractice({ port = 0, quick = false, firstMs = quick ? 0 : 350, pieceMs = quick ? 0 : 18 } = {}) {
  const requests = [];
  let aborted = 0;
  const pace = { firstMs, pieceMs, onAbort: () => { aborted += 1; } };
  const server = http.createServer((request, response) => {
    answer(request, response, { requests, pace }).catch((error) => {
      if (!response.headersSent) {
        sendJson(response, 400, { error: { message: `The practice model could not read that: ${error.message}`, type: 'invalid_request_error' } });
      } else {
        response.destroy();
      }
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/v1`,
    model: PRACTICE_MODEL,
    requests,
    aborted: () => aborted,
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

async function answer(request, response, { requests, pace }) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (request.method === 'OPTIONS') {
    response.writeHead(204, CORS).end();
  } else if (request.method === 'GET' && pathname === '/v1/models') {
    sendJson(response, 200, { object: 'list', data: [{ id: PRACTICE_MODEL, object: 'model', created: 0, owned_by: 'backlot', name: 'Practice model (rules, not AI)', description: WHAT_IT_IS, context_length: 131072 }] });
  } else if (request.method === 'POST' && pathname === '/v1/chat/completions') {
    const body = JSON.parse(await readAll(request));
    requests.push(body);
    const content = composeAnswer(body);
    await (body.stream === true ? stream(response, content, body, pace) : whole(response, content, body, pace));
  } else if (request.method === 'GET') {
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', ...CORS }).end(`${WHAT_IT_IS}\n`);
  } else {
    sendJson(response, 404, { error: { message: `${WHAT_IT_IS} It knows no ${pathname}.`, type: 'not_found' } });
  }
}

/** The text of the answer: alternatives in the form asked for, or, when none were asked for, what this is. */
export function composeAnswer(body) {
  for (const compose of KINDS) {
    const made = compose(body.messages ?? []);
    if (made !== undefined) {
      return made;
    }
  }
  const asked = readRequest(body.messages ?? []);
  if (!asked) {
    return WHAT_IT_IS;
  }
  const made = composeAlternatives(asked);
  // The rarer the later: an honest guess, since the common moves come first.
  const alternatives = made.map(({ text, intent }, index) => ({ intent, likelihood: Math.round(100 * 0.3 * 0.8 ** index) / 100, text }));
  return `{"alternatives":[\n${alternatives.map((each) => JSON.stringify(each)).join(',\n')}\n]}`;
}

async function readAll(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...CORS }).end(JSON.stringify(value));
}

const countTokens = (text) => Math.ceil(text.length / 4);

function envelope(kind) {
  return { id: 'practice', object: kind, created: Math.floor(Date.now() / 1000), model: PRACTICE_MODEL, system_fingerprint: 'rules-not-ai' };
}

function usageOf(body, content) {
  const prompt = countTokens(JSON.stringify(body.messages ?? []));
  return { prompt_tokens: prompt, completion_tokens: countTokens(content), total_tokens: prompt + countTokens(content) };
}

async function whole(response, content, body, { firstMs }) {
  await wait(firstMs);
  sendJson(response, 200, {
    ...envelope('chat.completion'),
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: usageOf(body, content),
  });
}

/** Server-sent events, a word or less at a time, until the answer is told or nobody listens any more. */
async function stream(response, content, body, { firstMs, pieceMs, onAbort }) {
  let gone = false;
  response.once('close', () => {
    gone = !response.writableFinished;
    if (gone) {
      onAbort();
    }
  });
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache', ...CORS });
  response.flushHeaders();
  const send = (delta, finish = null, more = {}) => response.write(`data: ${JSON.stringify({ ...envelope('chat.completion.chunk'), choices: [{ index: 0, delta, finish_reason: finish }], ...more })}\n\n`);
  await wait(firstMs);
  send({ role: 'assistant', content: '' });
  for (const piece of content.match(/[\s\S]{1,5}/gu) ?? []) {
    if (gone) {
      return;
    }
    send({ content: piece });
    await wait(pieceMs);
  }
  send({}, 'stop');
  if (body.stream_options?.include_usage) {
    response.write(`data: ${JSON.stringify({ ...envelope('chat.completion.chunk'), choices: [], usage: usageOf(body, content) })}\n\n`);
  }
  response.end('data: [DONE]\n\n');
}
