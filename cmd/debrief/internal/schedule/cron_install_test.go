package schedule

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestInstallLines(t *testing.T) {
	d, form := newDesk(t), FormNamed("cron")
	job := d.job(t)
	has := "the crontab has the lines of " + job.Name + " now; the others are as they were"
	gone := "the crontab no longer has the lines of " + job.Name + "; the others are as they were"

	d.mustRun(t, form.Install, job, []string{"crontab -l", "crontab -"}, []string{has})
	if stamp, err := os.ReadFile(job.Stamp); err != nil || string(stamp) != "2026-11-19T20:45:00Z\n" {
		t.Errorf("noted %q, %v", stamp, err)
	}
	d.mustRun(t, form.Install, job, []string{"crontab -l"}, []string{"the crontab says so already"})
	d.mustRun(t, form.Remove, job, []string{"crontab -l", "crontab -r"}, []string{gone})
	if _, err := os.Stat(job.Stamp); err == nil {
		t.Error("the note is still there")
	}
	d.mustRun(t, form.Remove, job, []string{"crontab -l"}, []string{"there is nothing to remove: the crontab has no lines of " + job.Name})

	theirs := "MAILTO=me\n# >>> mine\n5 4 * * * backup \\%d" // without a line end
	d.runner.crontab = &theirs
	d.mustRun(t, form.Install, job, []string{"crontab -l", "crontab -"}, []string{has})
	if !strings.HasPrefix(*d.runner.crontab, theirs+"\n# >>> "+job.Name+". ") {
		t.Errorf("the crontab is\n%s", *d.runner.crontab)
	}
	d.mustRun(t, form.Remove, job, []string{"crontab -l", "crontab -"}, []string{gone})
	if *d.runner.crontab != theirs+"\n" {
		t.Errorf("left behind\n%s", *d.runner.crontab)
	}
}

// TestUnreadableCrontab holds that a crontab that cannot be read is not
// replaced.
func TestUnreadableCrontab(t *testing.T) {
	for _, test := range []struct {
		err  error
		want string
	}{
		{&ProgramError{Line: "crontab -l", Stderr: "You (me) are not allowed to use this program", Err: errors.New("exit status 1")}, "cannot read the crontab: crontab -l: You (me) are not allowed"},
		{&ProgramError{Line: "crontab -l", Err: errors.New("signal: killed")}, "cannot read the crontab: crontab -l: signal: killed"},
		{&ProgramError{Line: "crontab -l", Err: exec.ErrNotFound}, "there is no crontab on this machine"},
	} {
		d := newDesk(t)
		d.runner.fail["crontab -l"] = test.err
		err := FormNamed("cron").Install(t.Context(), d.Installer, d.job(t))
		if err == nil || !strings.HasPrefix(err.Error(), test.want) || len(d.runner.lines) != 1 {
			t.Errorf("%v, ran %q", err, d.runner.lines)
		}
	}
	d := newDesk(t)
	cut := beginOf("debrief-search-1a2b3c4d") + "\n0 8 * * * backup\n"
	d.runner.crontab = &cut
	err := FormNamed("cron").Install(t.Context(), d.Installer, d.job(t))
	if err == nil || err.Error() != "the lines of debrief-search-1a2b3c4d in the crontab have no end" || len(d.runner.lines) != 1 {
		t.Errorf("%v, ran %q", err, d.runner.lines)
	}
}

// TestSpliceTouchesNothingElse puts lines into crontabs and takes them out.
func TestSpliceTouchesNothingElse(t *testing.T) {
	job := plainJob(t)
	block, err := cronLines(job)
	if err != nil {
		t.Fatal(err)
	}
	other := job
	other.Name += "-mail"
	otherBlock, err := cronLines(other)
	if err != nil {
		t.Fatal(err)
	}
	line := rapid.SampledFrom([]string{"", "# mine", "MAILTO=me@home.example", "0 1 * * * a \\%b", "\t", "no sense\r", string(otherBlock)})
	rapid.Check(t, func(t *rapid.T) {
		before := strings.Join(rapid.SliceOf(line).Draw(t, "before"), "\n")
		after := strings.Join(rapid.SliceOf(line).Draw(t, "after"), "\n")
		if before != "" {
			before += "\n"
		}
		theirs := before + after
		with, err := splice(theirs, job.Name, string(block))
		if err != nil {
			t.Fatal(err)
		}
		again, err := splice(with, job.Name, string(block))
		if err != nil || again != with {
			t.Fatalf("not the same a second time: %v", err)
		}
		without, err := splice(with, job.Name, "")
		if err != nil || strings.TrimSuffix(without, "\n") != strings.TrimSuffix(theirs, "\n") {
			t.Fatalf("%q became %q, %v", theirs, without, err)
		}
		// In the middle they stay in the middle, whatever they say.
		changed, err := splice(before+string(block)+after, job.Name, strings.Replace(string(block), "0 8", "30 7", 1))
		if err != nil || changed != before+strings.Replace(string(block), "0 8", "30 7", 1)+after {
			t.Fatalf("%q, %v", changed, err)
		}
	})
}
