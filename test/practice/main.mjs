// The practice model on its own: node test/practice/main.mjs [port]. For trying Backlot, or another client, against it.
import { startPractice, WHAT_IT_IS } from './server.mjs';

const practice = await startPractice({ port: Number(process.argv[2] ?? 0) });
console.log(`${WHAT_IT_IS}\nAddress: ${practice.address}\nModel:   ${practice.model}`);
