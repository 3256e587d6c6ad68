package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"debrief/cmd/debrief/internal/schedule"
	"debrief/cmd/debrief/internal/state"
	"debrief/cmd/debrief/internal/workspace"
	"debrief/report/render"
)

// job makes of a plan what a form can write. A scheduler starts a program with
// little of an environment and in a folder of its own choosing: every path in
// a job is absolute.
func (p *program) job(v *plan, form schedule.Form, executable string) (schedule.Job, error) {
	job := p.namedJob(v, form)
	if _, err := workspace.Open(job.Journal); err != nil {
		return job, readingHint(err)
	}
	files, err := p.scheduledFiles(v, job.Journal)
	if err != nil {
		return job, err
	}
	job.When = v.when()
	if zone, err := machineZone(p.env); err == nil {
		job.Zone = zone.String()
	}
	job.Files = slices.DeleteFunc(slices.Clone(files), func(f string) bool { return f == standardOutput })
	program := programPath(executable, p.env)
	if form.Name == "github" {
		if v.mail != "" {
			return job, usage("GitHub itself can tell you: watch the repository, or --exec a program that sends mail", "a workflow has no sendmail for --mail")
		}
		if job, files, err = inRepository(job, files); err != nil {
			return job, err
		}
	}
	if form.Name == "windows" && v.mail != "" {
		return job, usage("--exec runs a program that sends mail", "Windows has no sendmail for --mail")
	}
	job.Command = append([]string{program, "report", job.Journal}, p.deliveryFlags(v, files)...)
	if form.Forgets && job.Stamp != "" {
		job.Remember = []string{"--stamp", job.Stamp}
		job.CatchUp = []string{"--catch-up", job.When.String()}
	}
	return job, nil
}

// namedJob is a job of which just the names are known: enough to remove it,
// even when the journal is there no more.
func (p *program) namedJob(v *plan, form schedule.Form) schedule.Job {
	journal := p.findRoot(v.journal.String())
	if absolute, err := filepath.Abs(journal); err == nil {
		journal = absolute
	}
	folder := journal
	if real, err := realPath(journal); err == nil {
		folder = real
	}
	job := schedule.Job{Name: schedule.Name(folder, string(v.word)), Journal: journal}
	if !form.Forgets {
		return job
	}
	if notes, err := state.Folder(p.env); err == nil {
		job.Stamp = filepath.Join(notes, "schedule", job.Name)
	} else if !v.remove {
		p.remark("runs that are missed are not made up for: there is "+err.Error()+" to note the last one in", "")
	}
	if home := p.env("HOME"); filepath.IsAbs(home) {
		job.Log = filepath.Join(home, "Library", "Logs", job.Name+".log")
	}
	return job
}

// scheduledFiles returns the absolute paths of the files that the report goes
// into. What would go wrong every morning goes wrong here already.
func (p *program) scheduledFiles(v *plan, journal string) ([]string, error) {
	names := v.files
	if len(names) == 0 && v.mail == "" && v.exec == "" {
		names = fileList{filepath.Join(journal, "STATUS.md")}
		p.remark("the report goes into "+names[0], "-o names another file, --mail an address, --exec a command")
	}
	if len(names) == 0 {
		return nil, nil
	}
	if _, err := (&query{files: names}).outputs(render.Formats()); err != nil {
		return nil, err
	}
	var files []string
	for _, name := range names {
		if name == standardOutput {
			files = append(files, name)
			continue
		}
		file, err := filepath.Abs(name)
		if err != nil {
			return nil, fmt.Errorf("cannot write %s: %w", name, err)
		}
		if _, err := os.Stat(filepath.Dir(file)); err != nil {
			return nil, fmt.Errorf("cannot write %s: %w", name, cause(err))
		}
		if holdsNote(file) {
			return nil, withHint(fmt.Errorf("%s is a note and no report: nothing would be written", name), ownFile(name))
		}
		files = append(files, file)
	}
	return files, nil
}

// deliveryFlags are the flags of report that do what the plan says. --quiet
// keeps remarks out of the mails that cron makes of them, and mails with
// nothing in them from being sent.
func (p *program) deliveryFlags(v *plan, files []string) []string {
	flags := []string{"--quiet"}
	if slices.ContainsFunc(files, func(f string) bool { return f != standardOutput }) {
		flags = append(flags, "--if-changed")
	}
	for _, file := range files {
		flags = append(flags, "-o", file)
	}
	switch {
	case v.mail != "":
		return append(flags, "--format", "eml", "--mail-to", string(v.mail), "--exec", schedule.Shell(p.sendmail())+" -t -i")
	case v.exec != "":
		return append(flags, "--format", "json", "--exec", string(v.exec))
	}
	return flags
}

// sendmail returns the path of sendmail: on the path, where cron would not
// find it, or else where every Unix has it.
func (p *program) sendmail() string {
	const usual = "/usr/sbin/sendmail"
	for _, file := range append(onPath("sendmail", p.env), usual) {
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return file
		}
	}
	p.remark("there is no sendmail on this machine yet", "msmtp-mta, postfix and others bring one")
	return usual
}

// programPath returns the path by which to call this program: the one on the
// path if that leads to it. Of a program behind a link the system tells where
// the link leads, and that may be a folder that the next update removes.
func programPath(executable string, env func(string) string) string {
	name := "debrief"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	this, err := os.Stat(executable)
	if err != nil {
		return executable
	}
	for _, file := range onPath(name, env) {
		if info, err := os.Stat(file); err == nil && os.SameFile(info, this) {
			return file
		}
	}
	return executable
}

// onPath lists where on the path a program may be.
func onPath(name string, env func(string) string) []string {
	var files []string
	for _, folder := range filepath.SplitList(env("PATH")) {
		if filepath.IsAbs(folder) {
			files = append(files, filepath.Join(folder, name))
		}
	}
	return files
}

// inRepository makes the paths of a job relative to the root of the journal's
// repository: that is where a workflow begins.
func inRepository(job schedule.Job, files []string) (schedule.Job, []string, error) {
	root, err := repositoryAround(job.Journal)
	if err != nil {
		return job, nil, err
	}
	relative := func(path string) (string, error) {
		if path == standardOutput {
			return path, nil
		}
		inside, ok := pathBelow(root, path)
		if !ok {
			return "", usage("only what is in it can be committed", "%s is outside the repository %s", path, root)
		}
		return inside, nil
	}
	if job.Journal, err = relative(job.Journal); err != nil {
		return job, nil, err
	}
	job.Files = nil
	for i, file := range files {
		if files[i], err = relative(file); err != nil {
			return job, nil, err
		}
		if file != standardOutput {
			job.Files = append(job.Files, files[i])
		}
	}
	return job, files, nil
}

// repositoryAround returns the root of the repository around a folder: the nearest
// folder upwards with a .git, which is a file in a worktree.
func repositoryAround(folder string) (string, error) {
	for dir := folder; ; dir = filepath.Dir(dir) {
		_, err := os.Stat(filepath.Join(dir, ".git"))
		switch {
		case err == nil:
			return dir, nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("cannot look for the repository of %s: %w", folder, cause(err))
		case filepath.Dir(dir) == dir:
			return "", withHint(fmt.Errorf("%s is in no git repository", folder), "git init makes it one; a workflow runs on what was pushed to GitHub")
		}
	}
}
