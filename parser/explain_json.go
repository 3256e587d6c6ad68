package parser

import "strings"

// explainJSON says in plain words why JSON refuses a token that stands behind
// filler; follows is set when there is a value before it.
func explainJSON(filler, token string, bad Span, follows bool) (message, hint string, fixes []Fix) {
	const quotes = "write it in double quotes"
	switch c := token[0]; {
	case c == '\'':
		if inner := strings.Trim(token, "'"); !strings.ContainsAny(inner, `"\'`) {
			fixes = []Fix{{Span: bad, Text: `"` + inner + `"`}}
		}
		return "single quotes cannot stand in JSON", quotes, fixes
	case c == '/' || c == '#':
		return "a comment cannot stand in JSON", "remove it", []Fix{{Span: bad}}
	case (c == '}' || c == ']') && strings.Contains(filler, ","):
		return "a comma stands before the closing bracket", "remove the comma", nil
	case c == '"' && !strings.ContainsAny(filler, ",:") && follows:
		comma := bad.Start - len(filler)
		return "a comma is missing before this", "put a comma between the two",
			[]Fix{{Span: Span{comma, comma}, Text: ","}}
	case c == '"' && strings.Count(filler, ",") > 1:
		return "one comma too many stands before this", "remove a comma", nil
	case c == '"':
		return "this quoted text cannot be read", "check its quotes and backslashes", nil
	case strings.IndexByte("}]{[", c) >= 0:
		return string(c) + " does not belong here", "check the brackets and commas before it", nil
	}
	// Escapes may be wanted or not: then the person has to say.
	if !strings.ContainsAny(token, `"\`) {
		fixes = []Fix{{Span: bad, Text: `"` + token + `"`}}
	}
	return "text stands in double quotes in JSON", quotes, fixes
}
