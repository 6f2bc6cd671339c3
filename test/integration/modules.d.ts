// Modules that exist in the build alone (see collectTests in esbuild.js), and mocha's browser bundle.
declare module 'backlot:integration-tests';
declare module 'backlot:web-tests';
declare module 'mocha/mocha';
