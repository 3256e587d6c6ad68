package git

import (
	"context"
	"fmt"
	"strings"
)

// A Revision is a commit and what it changed in the journal and in the ignore
// files around it.
type Revision struct {
	Commit
	Changes []Change
}

// A Change is one file as a commit left it.
type Change struct {
	// Entry is the file, its path seen from the repository's folder; without a
	// blob when the commit removed it.
	Entry Entry
	// Removed: the file is gone.
	Removed bool
}

// History returns the commits that lead to a commit and changed the journal,
// oldest first. Of a merge it follows the branch that was merged into: what
// lies on the other one came in with the merge. A name that was given to a
// folder later than to the notes in it is not followed.
func (r *Repository) History(ctx context.Context, id string) ([]Revision, error) {
	args := []string{
		"log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--reverse", "--root",
		"--no-ext-diff", "--format=commit " + commitFormat, id, "--",
	}
	if r.Below != "" {
		for _, name := range around(r.Below) {
			args = append(args, r.Upwards()+"/"+name)
		}
	}
	out, err := r.run(ctx, args...)
	if err != nil {
		return nil, err
	}
	return parseHistory(string(out))
}

// parseHistory reads what git log prints: records that each end with a NUL, a
// commit before its changes, and of a change its modes and then its path.
func parseHistory(out string) ([]Revision, error) {
	var history []Revision
	records := strings.Split(strings.TrimSuffix(out, "\x00"), "\x00")
	for i := 0; i < len(records); i++ {
		record := strings.TrimPrefix(records[i], "\n")
		if line, ok := strings.CutPrefix(record, "commit "); ok {
			c, err := parseCommit(line)
			if err != nil {
				return nil, err
			}
			history = append(history, Revision{Commit: c})
			continue
		}
		if record == "" {
			continue
		}
		columns := strings.Fields(strings.TrimPrefix(record, ":"))
		if i++; len(columns) != 5 || len(history) == 0 || i == len(records) {
			return nil, fmt.Errorf("git log answered %q", record)
		}
		last := &history[len(history)-1]
		last.Changes = append(last.Changes, Change{
			Entry:   Entry{Path: records[i], Blob: columns[3], Kind: kindOf(columns[1])},
			Removed: columns[4] == "D",
		})
	}
	return history, nil
}
