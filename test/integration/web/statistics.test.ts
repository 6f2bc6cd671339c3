// The statistics in a browser: the same view, and the same files.
import '../statistics.test';
