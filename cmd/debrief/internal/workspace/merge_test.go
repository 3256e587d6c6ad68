package workspace

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/parser"
)

// git runs git in the journal, as somebody without settings of their own, and
// returns whether it succeeded.
func (j *liveJournal) git(args ...string) bool {
	j.t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("CI") != "" {
			j.t.Fatal("git is missing: .ci/run should have installed it")
		}
		j.t.Skip("git is not installed")
	}
	cmd := exec.Command("git", args...)
	cmd.Dir = j.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=Test", "GIT_AUTHOR_EMAIL=test@example.com",
		"GIT_COMMITTER_NAME=Test", "GIT_COMMITTER_EMAIL=test@example.com")
	out, err := cmd.CombinedOutput()
	j.t.Logf("git %s: %s", strings.Join(args, " "), out)
	return err == nil
}

// facts are what a look says of interviewers and thank-yous, and the problems.
func facts(look Look) (people, problems []string) {
	journal := parser.NewJournal(look.Files, time.UTC)
	for _, iv := range journal.Interviews {
		for _, person := range iv.Interviewers {
			people = append(people, person.Name)
		}
	}
	for _, e := range journal.Events {
		for _, person := range e.People {
			people = append(people, "thanked "+person.Name)
		}
	}
	for _, p := range journal.Problems {
		problems = append(problems, string(p.ID))
	}
	return people, problems
}

// TestMergeConflict merges two branches that git cannot reconcile, in a note's
// frontmatter and in its log. The note stands as it last was until it is plain
// that the markers stay; then neither side is a fact.
func TestMergeConflict(t *testing.T) {
	note := func(with, log string) string {
		return "---\ncompany: Acme\ndate: 2026-11-18 14:00\nwith: " + with + "\nconfidence: 4\n---\n" +
			"## What worked\n\n- The replay.\n\n## Log\n\n- 2026-11-18 thanked Dana Reyes\n" + log
	}
	const name = "interviews/a.md"
	j := newLiveJournal(t, map[string]string{name: note("Dana Reyes", ""), "interviews/b.md": interviewAt("Globex")})
	commit := func(text string) {
		j.write(name, text)
		if !j.git("add", ".") || !j.git("commit", "-q", "-m", "more") {
			t.Fatal("git does not commit")
		}
	}
	j.git("init", "-q", "-b", "main")
	commit(note("Dana Reyes", ""))
	j.git("checkout", "-q", "-b", "phone")
	commit(note("Dana Reyes, Tom Berg", "- 2026-11-18 thanked Tom Berg\n"))
	j.git("checkout", "-q", "main")
	commit(note("Dana Reyes, Li Wei", "- 2026-11-18 thanked Li Wei\n"))
	good, problems := facts(j.after(time.Minute))
	if !slices.Contains(good, "Li Wei") || !slices.Contains(good, "thanked Li Wei") || len(problems) > 0 {
		t.Fatalf("before the merge: %q, %q", good, problems)
	}

	if j.git("merge", "phone") {
		t.Fatal("git merged what contradicts itself")
	}
	look := j.after(time.Millisecond)
	if got, problems := facts(look); !slices.Equal(got, good) || len(problems) > 0 || !slices.Equal(look.Kept, []string{name}) {
		t.Errorf("right after the merge: %q, %q, kept %q", got, problems, look.Kept)
	}
	look = j.after(2 * time.Second)
	got, problems := facts(look)
	if want := []string{"Dana Reyes", "thanked Dana Reyes"}; !slices.Equal(got, want) {
		t.Errorf("in conflict: %q, want %q", got, want)
	}
	if want := []string{"conflict-markers", "conflict-markers"}; !slices.Equal(problems, want) {
		t.Errorf("in conflict: problems %q, want %q", problems, want)
	}

	j.write(name, note("Dana Reyes, Li Wei, Tom Berg", "- 2026-11-18 thanked Li Wei\n"))
	if got, problems := facts(j.after(time.Millisecond)); !slices.Contains(got, "Tom Berg") || len(problems) > 0 {
		t.Errorf("once decided: %q, %q", got, problems)
	}
}
