// Finding one's way in the web worker host: the same tests, where there is no Node.
import '../navigation.test';
