// The sidebar in the web worker host: the same tests, where there is no Node.
import '../outline.test';
import '../outlineCharacters.test';
