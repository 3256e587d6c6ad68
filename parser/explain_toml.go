package parser

import "strings"

// explainTOML says in plain words why TOML refuses a value or line.
func explainTOML(text string, bad Span, isKey bool) (message, hint string, fixes []Fix) {
	value := text[bad.Start:bad.End]
	if strings.HasPrefix(value, "[") && !isKey {
		return "this header is not closed", "write it as [name]", nil
	}
	if !isKey {
		return "this line is no `key = value`", "write it as `key = \"value\"`", nil
	}
	if value == "" {
		return "the value is missing", "write it as `key = \"value\"`, or remove the line", nil
	}
	switch value[0] {
	case '"', '\'':
		message, hint, fixes = explainQuoted(value, bad, value[0])
		if value[0] == '"' && strings.Contains(value, "'") {
			fixes = nil // TOML cannot double a single quote
		}
		return message, hint, fixes
	case '[', '{':
		return "the list here cannot be read", "put every name in quotes, with commas between them", nil
	}
	quoted := quoteYAML(value)
	if strings.Contains(quoted[1:len(quoted)-1], quoted[:1]) {
		return "text stands in quotes in TOML", "put the value in quotes", nil
	}
	return "text stands in quotes in TOML", "write " + shorten(quoted), []Fix{{Span: bad, Text: quoted}}
}
