package schedule

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// splitCommandLine takes a command line apart as CommandLineToArgvW does:
// 2n backslashes and a quote are n backslashes and the end of a quotation,
// 2n+1 of them are n and a quote, and other backslashes are themselves.
func splitCommandLine(line string) []string {
	var words []string
	var word strings.Builder
	quoted, begun := false, false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\':
			n := len(line[i:]) - len(strings.TrimLeft(line[i:], `\`))
			i += n - 1
			begun = true
			if i+1 < len(line) && line[i+1] == '"' {
				word.WriteString(strings.Repeat(`\`, n/2))
				if n%2 == 1 {
					word.WriteByte('"')
					i++
				}
				continue
			}
			word.WriteString(strings.Repeat(`\`, n))
		case c == '"':
			quoted, begun = !quoted, true
		case c == ' ' && !quoted:
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteByte(c)
			begun = true
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words
}

// cronReads is what Debian's cron hands to the shell: up to the first percent
// sign without a backslash, and without backslashes before percent signs and
// backslashes.
func cronReads(command string) string {
	var out []byte
	escaped := false
	for i := range len(command) {
		c := command[i]
		switch {
		case escaped:
			if c == '%' || c == '\\' {
				out = out[:len(out)-1]
			}
			escaped = false
		case c == '\\':
			escaped = true
		case c == '%':
			return string(out)
		}
		out = append(out, c)
	}
	return string(out)
}

// TestWordsSurviveCronAndTheShell sends words through cron's reading of a line
// and then through a real shell.
func TestWordsSurviveCronAndTheShell(t *testing.T) {
	needTool(t, "sh")
	word := rapid.StringOf(rapid.SampledFrom([]rune(`ab %\'"$&;|<>*?#~!{}[]()é—` + "`")))
	var words []string
	for seed := range 300 {
		words = append(words, word.Example(seed))
	}
	words = append(words, `\`, `\\`, `\\\`, `\%`, `%\`, `'\'`, `\'\`, `''`, `%%`, `\\%\\%`, "")
	line := "printf '\\%s\\0' " + join(words, shellInCrontab)
	got := strings.Split(strings.TrimSuffix(output(t, "sh", "-c", cronReads(line)), "\x00"), "\x00")
	if !slices.Equal(got, words) {
		for i := range words {
			if i >= len(got) || got[i] != words[i] {
				t.Fatalf("%q is written %s and arrives as %q", words[i], shellInCrontab(words[i]), got[min(i, len(got)-1)])
			}
		}
		t.Fatalf("%d words become %d", len(words), len(got))
	}
}
