// What a validator by the book (ajv) says of YAML texts that are read as editors read them (YAML 1.2, core schema).
// For each line of JSON that comes in, {schema, texts}, one goes out: {schema: [faults of the schema itself], texts:
// [[faults of the first], ...]}.
"use strict";
const Ajv = require("ajv").default;
const YAML = require("yaml");

function told(faults) {
    return (faults || []).map((fault) => `${fault.instancePath}: ${fault.message}`);
}

// The faults of one text: those of its YAML, or else those that the schema finds.
function faults(text, validate) {
    let data;
    try {
        const document = YAML.parseDocument(text, { version: "1.2", uniqueKeys: true });
        if (document.errors.length) return document.errors.map((error) => error.message);
        // A key is the word that was typed, as it is to an editor, and not what JavaScript makes of it.
        YAML.visit(document, { Pair: (_, pair) => void (pair.key.value = pair.key.source ?? pair.key.value) });
        data = document.toJS();
    } catch (error) {
        return [String(error)]; // an alias that leads nowhere, or more depth than it can take
    }
    return validate(data) ? [] : told(validate.errors);
}

require("readline")
    .createInterface({ input: process.stdin })
    .on("line", (line) => {
        const { schema, texts } = JSON.parse(line);
        // Keywords that only editors know are let pass; an infinite number is a number.
        const ajv = new Ajv({ strict: false, strictNumbers: false });
        const sound = ajv.validateSchema(schema);
        const wrong = sound ? [] : told(ajv.errors);
        const validate = sound && ajv.compile(schema);
        console.log(JSON.stringify({ schema: wrong, texts: sound ? texts.map((text) => faults(text, validate)) : [] }));
    });
