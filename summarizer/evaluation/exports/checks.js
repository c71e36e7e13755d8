// What a case expects of an answer, for promptfoo: one assertion each, told apart by `config.kind`.
// A group of words gives alternatives between bars; a sentence has the words if it has one
// alternative of each group, as whole words, whatever their case.

const straight = (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").split(/\s+/).join("\\s+");

function has(text, group) {
  const bodies = group.split("|").map((each) => literal(straight(each.trim()))).join("|");
  const word = "[\\p{L}\\p{N}_]";
  const pattern = `(?<!${word})(?<![0-9][.,])(?:${bodies})(?!${word}|[.,][0-9])`;
  return new RegExp(pattern, "iu").test(straight(text));
}

const tells = (text, words) => words.every((group) => has(text, group));

function sentences(output) {
  const answer = typeof output === "string" ? JSON.parse(output) : output;
  return [answer.headline, ...answer.claims].map((each) => ({
    text: each.text,
    speaker: each.speaker || "",
    sources: (each.sentences || []).map((id) => id.split(".")[0]),
  }));
}

function fault(told, config) {
  const telling = told.filter((each) => tells(each.text, config.words));
  if (config.kind === "fact") {
    const cited = telling.some((each) => each.sources.some((id) => config.sources.includes(id)));
    return cited ? "" : "no sentence tells it and cites a source that carries it";
  }
  const wrong = telling.filter(
    (each) => !config.names.some((name) => has(each.speaker, name) || has(each.text, name)),
  );
  return wrong.length ? `told: ${wrong[0].text}` : "";
}

module.exports = (output, context) => {
  const reason = fault(sentences(output), context.config);
  return { pass: !reason, score: reason ? 0 : 1, reason: reason || "as expected" };
};
