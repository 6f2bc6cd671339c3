// An OpenAI-compatible server on loopback that answers as a test tells it to, piece by piece, in its own time.
import http from 'node:http';

/**
 * @typedef {{ text: string } | { waitMs: number } | { waitFor: Promise<unknown> } | { status: number, message: string } | { cut: true } | { reset: true }} Step
 * @returns {Promise<{ address: string, model: string, requests: object[], aborts: number[], script: (...answers: Step[][]) => void, stop: () => Promise<void> }>}
 */
export async function startScriptedServer() {
  const state = { requests: [], aborts: [], answers: [] };
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      if (request.method === 'GET') {
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ object: 'list', data: [{ id: 'scripted', object: 'model' }] }));
        return;
      }
      state.requests.push(JSON.parse(body));
      const steps = (state.answers.length > 1 ? state.answers.shift() : state.answers[0]) ?? [];
      // An answer that is not all out when the connection goes was stopped by the asker.
      response.on('close', () => response.writableEnded || state.aborts.push(Date.now()));
      play(steps, response).catch(() => response.destroy());
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    address: `http://127.0.0.1:${server.address().port}/v1`,
    model: 'scripted',
    requests: state.requests,
    aborts: state.aborts,
    script: (...answers) => (state.answers = answers),
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function play(steps, response) {
  for (const step of steps) {
    if (response.destroyed) {
      return;
    }
    if ('waitMs' in step) {
      await new Promise((resolve) => setTimeout(resolve, step.waitMs));
    } else if ('waitFor' in step) {
      await step.waitFor;
    } else if ('status' in step) {
      response.writeHead(step.status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error: { message: step.message } }));
      return;
    } else if ('reset' in step) {
      response.destroy();
      return;
    } else if ('cut' in step) {
      response.end();
      return;
    } else {
      send(response, { choices: [{ index: 0, delta: { content: step.text } }] });
    }
  }
  send(response, { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
  response.end('data: [DONE]\n\n');
}

function send(response, chunk) {
  if (!response.headersSent) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  }
  response.write(`data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 0, model: 'scripted', ...chunk })}\n\n`);
}

/** The steps of a whole answer: [text, intent] pairs, each whole after `everyMs`. */
export function answerOf(alternatives, everyMs = 0) {
  const steps = [{ text: '{"alternatives":[' }];
  alternatives.forEach(([text, intent], i) => {
    steps.push({ waitMs: everyMs }, { text: `${i > 0 ? ',' : ''}${JSON.stringify({ intent, text })}` });
  });
  return [...steps, { text: ']}' }];
}
