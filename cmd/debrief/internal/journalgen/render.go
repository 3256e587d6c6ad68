package journalgen

import (
	"fmt"
	"strings"
)

// A field is one line of frontmatter; its value is a string, a list of
// strings, or a bare number, date or boolean.
type field struct {
	key   string
	value any
}

// bare is a value both syntaxes write without quotes.
type bare string

// yaml writes a note with YAML frontmatter. Strings are written plain: the
// word lists hold nothing that YAML would read as anything else.
func yaml(fields []field, body string) string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, f := range fields {
		switch v := f.value.(type) {
		case []string:
			fmt.Fprintf(&b, "%s: [%s]\n", f.key, strings.Join(v, ", "))
		default:
			fmt.Fprintf(&b, "%s: %v\n", f.key, v)
		}
	}
	return b.String() + "---\n" + body
}

// toml writes a note with TOML frontmatter.
func toml(fields []field, body string) string {
	var b strings.Builder
	b.WriteString("+++\n")
	for _, f := range fields {
		switch v := f.value.(type) {
		case []string:
			quoted := make([]string, len(v))
			for i, s := range v {
				quoted[i] = fmt.Sprintf("%q", s)
			}
			fmt.Fprintf(&b, "%s = [%s]\n", f.key, strings.Join(quoted, ", "))
		case bare:
			fmt.Fprintf(&b, "%s = %s\n", f.key, v)
		default:
			fmt.Fprintf(&b, "%s = %q\n", f.key, v)
		}
	}
	return b.String() + "+++\n" + body
}

// frontmatter writes one note in ten with TOML, the others with YAML.
func (g *generator) frontmatter(fields []field, body string) string {
	if g.chance(10) {
		return toml(fields, body)
	}
	return yaml(fields, body)
}

// section writes a heading with a list below it.
func section(b *strings.Builder, title string, items []string) {
	fmt.Fprintf(b, "\n## %s\n\n", title)
	for _, item := range items {
		fmt.Fprintf(b, "- %s\n", item)
	}
}
