package schedule

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// mustParse is Parse for what is right.
func mustParse(t *testing.T, spec string) When {
	t.Helper()
	w, err := Parse(spec)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// plainJob is what most people have.
func plainJob(t *testing.T) Job {
	return jobWith(t, "0 8 * * *", "/usr/bin/debrief", "/home/me/search", "STATUS.md")
}

// awkwardJob has in its paths and its command what means something to the
// shell, to cron, to systemd, to XML or to Windows.
func awkwardJob(t *testing.T) Job {
	job := jobWith(t, "*/20 9-11 1,15 * mon", "/opt/my tools/debrief", `/home/zoë/jobs "100%"/it's & <$HOME>\\n`, `50%d \%.md`)
	job.Command = append(job.Command, "--format", "json", "--exec", `jq -r ".items[] | \"$x\"" | while read l; do echo "${l%%:*}"; done; # 'done'`)
	return job
}

func jobWith(t *testing.T, spec, program, journal, file string) Job {
	t.Helper()
	stamp := "/home/me/.local/state/debrief/schedule/debrief-search-1a2b3c4d"
	return Job{
		Name: "debrief-search-1a2b3c4d", Journal: journal, Zone: "Europe/Zurich", When: mustParse(t, spec),
		Command:  []string{program, "report", journal, "--quiet", "--if-changed", "-o", journal + "/" + file},
		Files:    []string{journal + "/" + file},
		Remember: []string{"--stamp", stamp}, CatchUp: []string{"--catch-up", mustParse(t, spec).String()},
		Stamp: stamp, Log: "/home/me/Library/Logs/debrief-search-1a2b3c4d.log",
	}
}

// TestGolden holds every form to the committed bytes.
func TestGolden(t *testing.T) {
	for _, form := range Forms() {
		for name, job := range map[string]Job{"plain": plainJob(t), "awkward": awkwardJob(t)} {
			t.Run(form.Name+"/"+name, func(t *testing.T) {
				if form.Name == "windows" {
					job = withoutExpansion(job)
				}
				got, err := form.Write(job)
				if err != nil {
					t.Fatal(err)
				}
				file := filepath.Join("testdata", form.Name+"."+name)
				if *update {
					if err := os.WriteFile(file, got, 0o600); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), string(got)); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

// withoutExpansion takes out what Windows has no way to write.
func withoutExpansion(job Job) Job {
	single := func(s string) string { return strings.ReplaceAll(s, "%", "") }
	job.Journal = single(job.Journal)
	var command []string
	for _, word := range job.Command {
		command = append(command, single(word))
	}
	job.Command = command
	return job
}

// TestRefused holds what the forms have no way to say.
func TestRefused(t *testing.T) {
	tests := []struct {
		form, want string
		change     func(*Job)
	}{
		{"systemd", "line break", func(j *Job) { j.Command = append(j.Command, "a\nb") }},
		{"cron", "line break", func(j *Job) { j.Command = append(j.Command, "a\nb") }},
		{"launchd", "line break", func(j *Job) { j.Command = append(j.Command, "a\rb") }},
		{"windows", "line break", func(j *Job) { j.Command = append(j.Command, "a\nb") }},
		{"github", "line break", func(j *Job) { j.Command = append(j.Command, "a\nb") }},
		{"cron", "control character", func(j *Job) { j.Journal += "\x1b[2J" }},
		{"systemd", "control character", func(j *Job) { j.Command = append(j.Command, "a\x00") }},
		{"cron", "not UTF-8", func(j *Job) { j.Command = append(j.Command, "a\xff") }},
		{"cron", "more than the 998", func(j *Job) { j.Command = append(j.Command, strings.Repeat("x", 900)) }},
		{"launchd", "more than 500 times", func(j *Job) { j.When = mustParse(t, "*/2 * * * 1-5"); j.When.hours = between(0, 22) }},
		{"windows", "replace %PATH%", func(j *Job) { j.Command = append(j.Command, "100%PATH%") }},
		{"windows", "replace $(Arg0)", func(j *Job) { j.Command = append(j.Command, "$(Arg0)") }},
		{"windows", "at most 48 times, and */20 0-20 * * * would need 63", func(j *Job) { j.When = mustParse(t, "*/20 0-20 * * *") }},
		{"github", "every 5 minutes at most, not every 1", func(j *Job) { j.When = mustParse(t, "* * * * *") }},
		{"github", "not every 3", func(j *Job) { j.When = mustParse(t, "1,58 * * * *") }},
		{"github", "replace the ${{", func(j *Job) { j.Command = append(j.Command, "echo ${{ secrets.X }}") }},
	}
	for _, test := range tests {
		job := plainJob(t)
		test.change(&job)
		text, err := FormNamed(test.form).Write(job)
		if _, ok := errors.AsType[*RefusedError](err); !ok || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q\n%s", test.form, err, test.want, text)
		}
	}
}

func TestNative(t *testing.T) {
	for _, test := range []struct {
		goos    string
		systemd bool
		want    string
	}{
		{"linux", true, "systemd"},
		{"linux", false, "cron"},
		{"darwin", false, "launchd"},
		{"windows", false, "windows"},
		{"freebsd", false, "cron"},
	} {
		if got := Native(test.goos, test.systemd); got != test.want {
			t.Errorf("%s: %s, want %s", test.goos, got, test.want)
		}
	}
}

func TestName(t *testing.T) {
	for path, want := range map[[2]string]string{
		{"/home/me/search", ""}:                     "debrief-search-",
		{"/home/me/Search 2026!", "mail"}:           "debrief-search-2026-",
		{"/home/me/Jobsuche Zürich", ""}:            "debrief-jobsuche-z-rich-",
		{"/home/me/求职", ""}:                         "debrief-",
		{"/", ""}:                                   "debrief-",
		{`C:\Users\me\Search`, ""}:                  "debrief-search-",
		{"/home/me/" + strings.Repeat("a", 60), ""}: "debrief-" + strings.Repeat("a", 24) + "-",
	} {
		got := Name(path[0], path[1])
		sum, ok := strings.CutPrefix(got, want)
		if path[1] != "" {
			sum, ok = strings.CutSuffix(sum, "-"+path[1])
		}
		if !ok || len(sum) != 8 || strings.Contains(got, "--") {
			t.Errorf("%q: %s, want %s and eight digits", path, got, want)
		}
	}
	if Name("/a/search", "") == Name("/b/search", "") || Name("/a/search/", "") != Name("/a/search", "") {
		t.Error("a name has to go with the folder")
	}
}
