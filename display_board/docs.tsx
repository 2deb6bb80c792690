// The description of the interface for third parties, drawn by Swagger UI from the hall's own files.
import "./docs.css";

interface Options {
  url: string;
  domNode: Element;
  validatorUrl: null;
  deepLinking: boolean;
}

declare global {
  interface Window {
    /** Loaded before this file; see the build and `server/api/public/pages.py`. */
    SwaggerUIBundle: (options: Options) => unknown;
  }
}

window.SwaggerUIBundle({ url: "/openapi.json", domNode: document.getElementById("app")!, validatorUrl: null, deepLinking: false });
