// usage: node check.mjs FILE   prints one line for each complaint that is an error, then the number of channels; exit code 1: not valid
import { readFileSync } from 'node:fs';
import { AvroSchemaParser } from '@asyncapi/avro-schema-parser';
import { Parser } from '@asyncapi/parser';

const parser = new Parser();
parser.registerSchemaParser(AvroSchemaParser());
const { document, diagnostics } = await parser.parse(readFileSync(process.argv[2], 'utf8'));
const errors = diagnostics.filter((complaint) => complaint.severity === 0);
errors.forEach((error) => console.log(`${error.path.join('/')}: ${error.message}`));
console.log(document ? document.channels().all().length : 'not valid');
process.exitCode = document && errors.length === 0 ? 0 : 1;
