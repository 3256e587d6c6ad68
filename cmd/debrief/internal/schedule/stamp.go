package schedule

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"debrief/cmd/debrief/internal/workspace"
)

// Missed reports whether one of the times has passed by now since the job was
// last run, as noted in the file stamp. A job of which nothing is noted was
// never run. A note from the future is none: the clock was wrong then, and
// waiting for it to come true might take years.
func Missed(when When, stamp string, now time.Time) bool {
	text, err := os.ReadFile(stamp)
	if err != nil {
		return true
	}
	last, err := time.Parse(time.RFC3339, strings.TrimSpace(string(text)))
	if err != nil || last.After(now) {
		return true
	}
	return last.Before(when.Last(now))
}

// WriteStamp notes that a job is run now; undo notes again what was noted
// before. The folder of the file is made if need be.
func WriteStamp(stamp string, now time.Time) (undo func() error, err error) {
	before, err := os.ReadFile(stamp)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("cannot note that the job is run: %w", err)
	}
	if err := workspace.MakeFolder(filepath.Dir(stamp)); err != nil {
		return nil, fmt.Errorf("cannot note that the job is run: %w", err)
	}
	if _, err := workspace.WriteFile(stamp, []byte(now.UTC().Format(time.RFC3339)+"\n")); err != nil {
		return nil, fmt.Errorf("cannot note that the job is run: %w", err)
	}
	return func() error {
		if before == nil {
			return os.Remove(stamp)
		}
		_, err := workspace.WriteFile(stamp, before)
		return err
	}, nil
}
