package schedule

import (
	"fmt"
	"strings"
)

// bare reports whether a word means itself to a shell, to cron, to systemd and
// to YAML.
func bare(word string) bool {
	return word != "" && !strings.ContainsFunc(word, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("/._-+:@=,", r)
	})
}

// join writes words as one line, each quoted as quote says.
func join(words []string, quote func(string) string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	return strings.Join(quoted, " ")
}

// Shell quotes a word for a POSIX shell.
func Shell(word string) string {
	if bare(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// shellInCrontab quotes a word for the shell behind a crontab. cron cuts a
// line at the first percent sign without a backslash, and takes away a
// backslash before a percent sign or another backslash; it knows nothing of
// quotes. So percent signs get a backslash, and what would become a pair of
// the word's own backslashes is parted by leaving the quotes and entering them
// again.
func shellInCrontab(word string) string {
	word = Shell(word)
	for _, pair := range []string{`\\`, `\%`} {
		for strings.Contains(word, pair) {
			word = strings.ReplaceAll(word, pair, `\''`+pair[1:])
		}
	}
	return strings.ReplaceAll(word, "%", `\%`)
}

// inUnit quotes a word of a command line for systemd, which expands %
// specifiers and $ variables even inside quotes.
func inUnit(word string) string {
	return strings.ReplaceAll(programInUnit(word), "$", "$$")
}

// programInUnit quotes the first word of such a line, in which no variables
// are expanded.
func programInUnit(word string) string {
	word = strings.ReplaceAll(word, "%", "%%")
	if bare(strings.ReplaceAll(word, "%", "")) {
		return word
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(word) + `"`
}

// inXML escapes text for XML, in ASCII alone: the programs that read task
// files disagree about encodings, and none of them about these references.
func inXML(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r > '~':
			fmt.Fprintf(&b, "&#x%X;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// windowsArgument quotes an argument so that CommandLineToArgvW, by which Go
// programs and most others read their command line, gives it back.
func windowsArgument(word string) string {
	if word != "" && !strings.ContainsAny(word, " \t\"") {
		return word
	}
	var b strings.Builder
	b.WriteByte('"')
	slashes := 0 // that stand before here: doubled before a quote, and only there
	for i := range len(word) {
		switch c := word[i]; c {
		case '\\':
			slashes++
		case '"':
			b.WriteString(strings.Repeat(`\`, slashes+1))
			slashes = 0
		default:
			slashes = 0
		}
		b.WriteByte(word[i])
	}
	b.WriteString(strings.Repeat(`\`, slashes) + `"`)
	return b.String()
}
