package hook

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"
)

// A Block is the lines that look at the notes before a commit.
type Block struct {
	// Journal is the journal's folder, seen from the top of the work tree, with
	// forward slashes; "" is the top itself. A hook is started there, in every
	// worktree and wherever the repository has been moved to.
	Journal string
	// Program is where debrief is if PATH does not lead to it, as in a program
	// with windows; "" where nobody knows.
	Program string
	// Search is the name of the journal's search.md where the hook runs in other
	// repositories as well; in those that have none there, nothing happens. ""
	// where it runs in this one only.
	Search string
	// Folders is how many folders have to be made for the script, where there is
	// none yet: they go with it, as long as nothing else has come into them.
	Folders int
}

// The marks around the lines, but for the sum in the upper one.
const (
	upperMark = "# >>> debrief "
	lowerMark = "# <<< debrief <<<"
	withFile  = ", with this file"
)

// made says in the upper mark what came with the lines.
func (b Block) made() string {
	if b.Folders == 0 {
		return withFile
	}
	return withFile + " and " + strconv.Itoa(b.Folders) + " above"
}

// lines are the commands, in the words that sh, bash, dash, zsh and ksh have in
// common: `status` and `path`, for two, are not free in zsh. They run in a shell
// of their own, so that the script around them finds everything as it was,
// whatever it has set. A commit is held up by findings only: at eleven at night
// a program that cannot run must not stand between a person and their notes.
func (b Block) lines() string {
	guard := `
  if [ ! -d "$journal" ]; then
    printf '%s\n' "debrief: there is no folder $journal here, so no note was checked" >&2
    exit 0
  fi`
	if b.Search != "" {
		guard = `
  [ -f "$journal"/` + quoted(b.Search) + ` ] || exit 0 # another repository`
	}
	return `# Looks at the notes that are about to be committed. debrief hook remove takes
# these lines out again, as long as nobody has changed them.
(
  journal=` + quoted("./"+b.Journal) + guard + `
  program=debrief
  command -v debrief >/dev/null 2>&1 || program=` + quoted(b.Program) + `
  if ! command -v "$program" >/dev/null 2>&1; then
    printf '%s\n' 'debrief: the program was not found, so no note was checked' >&2
    exit 0
  fi
  code=0
  "$program" ` + arguments + ` "$journal" >&2 || code=$?
  case $code in
  0) ;;
  1)
    printf '%s\n' 'debrief: not committed yet: mend the lines above, or commit as it is with' \
      '  git commit --no-verify' >&2
    exit 1
    ;;
  *) printf '%s\n' 'debrief: no note was checked; the commit goes on' >&2 ;;
  esac
  exit 0
) || exit 1
`
}

// text is the lines with their marks; made is what came with them, "" for the
// lines alone.
func (b Block) text(made string) string {
	lines := b.lines()
	return upperMark + sum([]byte(lines)) + made + " >>>\n" + lines + lowerMark + "\n"
}

// arguments are what the program is called with, before the journal's folder.
const arguments = "--quiet check --staged"

// Call returns the command line that the lines come down to, for hooks that
// somebody writes themselves. journal is that of a Block.
func Call(journal string) string { return "debrief " + arguments + " " + quoted("./"+journal) }

// JournalOf returns the journal that the lines in a script look at, false where
// there are none.
func JournalOf(script []byte) (journal string, ok bool) {
	found, err := find(script)
	if found == nil || err != nil {
		return "", false
	}
	_, rest, ok := strings.Cut(string(script[found.start:found.end]), "\n  journal='./")
	for ok {
		part, after, closed := strings.Cut(rest, "'")
		journal += part
		if rest = strings.TrimPrefix(after, `\''`); !closed || len(rest) == len(after) {
			return journal, closed
		}
		journal += "'"
	}
	return "", false
}

// FoldersOf returns how many folders were made for a script, all of which is
// debrief's.
func FoldersOf(script []byte) int {
	found, err := find(script)
	if found == nil || err != nil {
		return 0
	}
	return found.folders
}

// quoted protects a text from the shell.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// sum is enough to tell whether a few lines are as they were written. The line
// ends of another system, which git and editors convert to, do not count.
func sum(lines []byte) string {
	s := sha256.Sum256(bytes.ReplaceAll(lines, []byte("\r\n"), []byte("\n")))
	return hex.EncodeToString(s[:4])
}

// A place is where the lines stand in a script, with their marks.
type place struct {
	start, end int
	ended      bool   // there is a line end behind the lower mark
	made       string // what came with them, "" where the file is somebody's own
	folders    int    // how many folders did
}

// upper is the upper mark as debrief writes it.
var upper = regexp.MustCompile(`^# >>> debrief ([0-9a-f]{8})(` + withFile + `(?: and ([0-9]) above)?)? >>>\r?\n$`)

// find looks for the lines of any version; nil where there are none.
func find(script []byte) (*place, error) {
	var found *place
	var sumWritten string
	at, body := 0, 0
	for line := range bytes.Lines(script) {
		next := at + len(line)
		switch mark := upper.FindSubmatch(line); {
		case mark != nil && found == nil:
			found = &place{start: at, made: string(mark[2])}
			found.folders, _ = strconv.Atoi(string(mark[3]))
			sumWritten, body = string(mark[1]), next
		case string(bytes.TrimRight(line, "\r\n")) == lowerMark && found != nil && found.end == 0:
			if sum(script[body:at]) != sumWritten {
				return nil, ErrEdited
			}
			found.end, found.ended = next, bytes.HasSuffix(line, []byte("\n"))
		case isMark(line):
			return nil, ErrEdited
		}
		at = next
	}
	if found != nil && found.end == 0 {
		return nil, ErrEdited
	}
	return found, nil
}

// isMark reports whether a line is a mark, or one that somebody has changed.
func isMark(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	return bytes.HasPrefix(line, []byte(upperMark)) || bytes.HasPrefix(line, []byte(lowerMark))
}
