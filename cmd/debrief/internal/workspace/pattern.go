package workspace

import (
	"os"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// A pattern is one line of an ignore file, which works as gitignore(5) says,
// except that `?` and `[…]` stand for a character where git counts bytes.
type pattern struct {
	glob     string // for doublestar, or the very name if literal
	literal  bool
	negated  bool // `!`: what matches is shown after all
	dirOnly  bool // a final `/`: matches folders only
	anchored bool // with another `/`: matches the path, not just the name
}

// readPatterns reads an ignore file. One that is missing, or no regular file,
// has no patterns; git does not follow a link there either.
func readPatterns(file string) []pattern {
	if info, err := os.Lstat(file); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	return parsePatterns(string(text))
}

func parsePatterns(text string) []pattern {
	var patterns []pattern
	for line := range strings.Lines(strings.TrimPrefix(text, "\uFEFF")) {
		line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
		if p, ok := parsePattern(line); ok {
			patterns = append(patterns, p)
		}
	}
	return patterns
}

// parsePattern reads one line; ok is false for comments and blank lines.
func parsePattern(line string) (p pattern, ok bool) {
	if strings.HasPrefix(line, "#") {
		return p, false
	}
	line = withoutFinalSpaces(line)
	if rest, found := strings.CutPrefix(line, "!"); found {
		p.negated, line = true, rest
	}
	if rest, found := strings.CutSuffix(line, "/"); found {
		p.dirOnly, line = true, rest
	}
	p.anchored = strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	if line == "" {
		return p, false
	}
	p.literal = !strings.ContainsAny(line, `*?[\`)
	if p.glob = line; !p.literal {
		p.glob = doublestarGlob(line)
	}
	return p, true
}

// withoutFinalSpaces drops the spaces at a line's end, but for a space behind a
// backslash.
func withoutFinalSpaces(line string) string {
	trimmed := strings.TrimRight(line, " ")
	backslashes := len(trimmed) - len(strings.TrimRight(trimmed, `\`))
	if backslashes%2 == 1 && len(trimmed) < len(line) {
		return trimmed + " "
	}
	return trimmed
}

// doublestarGlob writes git's glob as doublestar's: braces mean nothing to git,
// `a/**` is what is inside a and not a itself, and doublestar has no named
// classes.
func doublestarGlob(glob string) string {
	if inside, found := strings.CutSuffix(glob, "/**"); found {
		glob = inside + "/**/*"
	}
	return strings.NewReplacer(
		`\{`, `\{`, `\}`, `\}`, `{`, `\{`, `}`, `\}`, `\\`, `\\`,
		"[:alpha:]", "a-zA-Z", "[:digit:]", "0-9", "[:alnum:]", "a-zA-Z0-9",
		"[:upper:]", "A-Z", "[:lower:]", "a-z", "[:xdigit:]", "0-9a-fA-F", "[:space:]", " \t",
	).Replace(glob)
}

// lastMatch returns what the last pattern that matches says of a path; said is
// false when none does.
func lastMatch(patterns []pattern, name string, isDir bool) (hidden, said bool) {
	for i := len(patterns) - 1; i >= 0; i-- {
		if patterns[i].matches(name, isDir) {
			return !patterns[i].negated, true
		}
	}
	return false, false
}

func (p pattern) matches(name string, isDir bool) bool {
	if p.dirOnly && !isDir {
		return false
	}
	if !p.anchored {
		name = path.Base(name)
	}
	if p.literal {
		return name == p.glob
	}
	// A malformed pattern matches nothing, as in git.
	matched, err := doublestar.Match(p.glob, name)
	return err == nil && matched
}
