// Writing commands and hints in the web worker host: the same tests, where there is no Node.
import '../hints.test';
import '../writingCommands.test';
