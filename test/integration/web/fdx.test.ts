// Final Draft's files in the web worker host: the same tests, where there is no Node.
import '../fdx.test';
