package git

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Seen is when git first saw a line as it now reads.
type Seen struct {
	// Commit is the commit's ID, "" for a line that is not committed yet.
	Commit string
	// Time is when the change was made, in the author's zone: rebasing a
	// commit keeps it. Zero for a line that is not committed yet.
	Time time.Time
	// Earlier: the history begins with that very commit, the first there was or
	// where a clone was cut off, and the line may be older.
	Earlier bool
}

// Blame says when git first saw some lines of a note, counted from 1. It
// follows the note through renames. id is a commit's ID, "" for the note as it
// is on disk; path is relative to the journal. A note that git does not know
// has only lines that are not committed yet.
func (r *Repository) Blame(ctx context.Context, id, path string, lines []int) (map[int]Seen, error) {
	// A file of commits to pass over is set for all repositories and missing in
	// most, and the line would not be as it reads.
	args := []string{"blame", "--porcelain", "--no-textconv", "--no-ignore-revs-file"}
	for _, line := range lines {
		args = append(args, fmt.Sprintf("-L%d,%d", line, line))
	}
	if id != "" {
		args = append(args, id)
	}
	out, err := r.run(ctx, append(args, "--", path)...)
	if refused, ok := errors.AsType[*Error](err); ok && unknown(refused) {
		seen := map[int]Seen{}
		for _, line := range lines {
			seen[line] = Seen{}
		}
		return seen, nil
	}
	if err != nil {
		return nil, err
	}
	return parseBlame(out)
}

// unknown reports whether git refused because it has no such file, or nothing
// at all yet.
func unknown(refused *Error) bool {
	return strings.HasPrefix(refused.Said, "no such path") || strings.HasPrefix(refused.Said, "no such ref")
}

// parseBlame reads git's porcelain format: for each line a header with its
// commit and its number, what is to be said of a commit the first time it
// comes up, and the line itself after a tab.
func parseBlame(out []byte) (map[int]Seen, error) {
	seen := map[int]Seen{}
	commits := map[string]*written{}
	var at *written
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSuffix(line, "\n")
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case strings.HasPrefix(line, "\t"):
			if at == nil {
				return nil, errors.New("git blame answered a line of no commit")
			}
			seen[at.line] = at.seen()
			at = nil
		case at == nil:
			columns := strings.Fields(rest)
			if len(columns) < 2 {
				return nil, fmt.Errorf("git blame answered %q", line)
			}
			if at = commits[word]; at == nil {
				at = &written{id: word, zone: time.UTC}
				commits[word] = at
			}
			at.line, _ = strconv.Atoi(columns[1])
		case line == "boundary":
			at.first = true
		case word == "author-time":
			at.unix, _ = strconv.ParseInt(rest, 10, 64)
		case word == "author-tz":
			at.zone = zoneOf(rest)
		}
	}
	return seen, nil
}

// written is what git says of the commit that wrote a line.
type written struct {
	id   string
	line int
	unix int64
	zone *time.Location
	// first: git's history begins here.
	first bool
}

func (w *written) seen() Seen {
	if strings.Trim(w.id, "0") == "" {
		return Seen{}
	}
	return Seen{Commit: w.id, Time: time.Unix(w.unix, 0).In(w.zone), Earlier: w.first}
}

// zoneOf reads an offset as git writes it: +0130.
func zoneOf(s string) *time.Location {
	t, err := time.Parse("-0700", s)
	if err != nil {
		return time.UTC
	}
	_, offset := t.Zone()
	return time.FixedZone("", offset)
}
