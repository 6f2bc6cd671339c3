// The practice model's server (first light: it says what it is).
import http from 'node:http';

export async function startPractice() {
  const model = 'backlot-practice';
  const server = http.createServer((_request, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ data: [{ id: model }] })));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { model, address: `http://127.0.0.1:${server.address().port}/v1`, stop: async () => { server.closeAllConnections(); server.close(); } };
}
