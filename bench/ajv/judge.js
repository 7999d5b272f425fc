// Reads pairs from standard input, one a line: [schema, value]. Writes what Ajv says of each: the digest of the pairs, then
// their verdicts in their order, a bit each, 1 for valid, in hexadecimal digits of which the first bit is the highest, then the
// numbers of the pairs, from 0, on which Ajv failed; their bit is 0.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const text = readFileSync(0);
let known = "";
let validate;
let digits = "";
let digit = 0;
const failed = [];
for (const [number, line] of text.toString().trimEnd().split("\n").entries()) {
  const [schema, value] = JSON.parse(line);
  const key = JSON.stringify(schema);
  if (key !== known) {
    known = key;
    const ajv = new Ajv({ strict: false, validateSchema: true, logger: false });
    addFormats(ajv);
    validate = ajv.compile(schema);
  }

  digit = digit << 1 | judge(value, number);
  if (number % 4 === 3) {
    digits += digit.toString(16);
    digit = 0;
  }
}

function judge(value, number) {
  try {
    return validate(value) ? 1 : 0;
  } catch {
    failed.push(number);
    return 0;
  }
}

console.log("sha256 " + createHash("sha256").update(text).digest("hex"));
console.log(digits.match(/.{1,128}/g).join("\n"));
console.log("failed " + failed.join(" "));
