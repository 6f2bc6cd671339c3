// Style sheets that a webview's script imports: the build puts them beside it.
declare module '*.css';
