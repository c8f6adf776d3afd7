/** The two halves of the `xmlrpc` package that its own types leave out. */

declare module 'xmlrpc/lib/serializer.js' {
  const serializer: {
    serializeMethodCall(method: string, params: readonly unknown[]): string;
    serializeMethodResponse(value: unknown): string;
    serializeFault(fault: { faultCode: number; faultString: string }): string;
  };
  export = serializer;
}

declare module 'xmlrpc/lib/deserializer.js' {
  import type { Readable } from 'node:stream';

  /** What the package throws for a fault; `faultString` is Odoo's text. */
  interface XmlRpcFault extends Error {
    readonly faultCode?: number;
    readonly faultString?: string;
  }

  class Deserializer {
    deserializeMethodResponse(stream: Readable, callback: (error: XmlRpcFault | null, value: unknown) => void): void;
    deserializeMethodCall(
      stream: Readable,
      callback: (error: Error | null, method: string, params: readonly unknown[]) => void,
    ): void;
  }
  export = Deserializer;
}

declare module 'xmlrpc/lib/customtype.js' {
  /** An element that writes itself: `<tagName>raw</tagName>`, escaped. */
  class CustomType {
    constructor(raw: string);
    readonly raw: string;
    readonly tagName: string;
  }
  export = CustomType;
}
