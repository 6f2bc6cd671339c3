// The preview in the web worker host: the same tests, where there is no Node.
import '../preview.test';
