// The planning engine in workers of the browser's.
import '../solver.test';
