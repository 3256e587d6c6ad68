package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// recipes are the settings in docs/editors.md, and a journal to try them on.
type recipes struct {
	text  string
	root  string
	found []string // by debrief check, as FILE:LINE:COL
}

// TestRecipes holds the settings in docs/editors.md to what they promise, in
// the editors themselves where they run here.
func TestRecipes(t *testing.T) {
	r := newRecipes(t)
	t.Run("vim", func(t *testing.T) { r.tryVim(t, "vim", "-Nu", "NONE", "-es") })
	t.Run("neovim", func(t *testing.T) { r.tryVim(t, "nvim", "-u", "NONE", "--headless") })
	t.Run("emacs", r.tryEmacs)
	t.Run("kakoune", r.tryKakoune)
	t.Run("vs code", r.tryVSCode)
	t.Run("sublime", r.trySublime)
}

// newRecipes writes a journal in which check finds errors and a warning.
func newRecipes(t *testing.T) *recipes {
	t.Helper()
	text, err := os.ReadFile("../../docs/editors.md")
	check(t, err)
	r := &recipes{text: string(text), root: filepath.Join(scratch(t), "journal")}
	writeSearch(t, r.root)
	writeInterview(t, r.root, "interviews/halden.md", "Halden Robotics", "Ines Falk, Dana Reyes", "")
	writeInterview(t, r.root, "interviews/northmere.md", "Northmere Grid", "Hana Sato", "")
	mistyped := strings.Replace(readText(filepath.Join(r.root, "interviews", "northmere.md")), "with:", "intervewers:", 1)
	writeFile(t, filepath.Join(r.root, "interviews", "northmere.md"), []byte(mistyped))
	for _, line := range r.findings(t, "error", "warning") {
		r.found = append(r.found, strings.Join(strings.SplitN(line, ":", 4)[:3], ":"))
	}
	return r
}

// findings returns the lines that check prints in the journal's folder; each
// of the severities has to be among them.
func (r *recipes) findings(t *testing.T, severities ...string) []string {
	t.Helper()
	var lines []string
	for _, urgency := range [][]string{nil, {"--urgency", "advice"}} {
		cmd := exec.Command("debrief", append([]string{"check", "--fail-on", "never"}, urgency...)...)
		cmd.Dir = r.root
		out, err := cmd.Output()
		check(t, err)
		lines = append(lines, strings.Split(strings.TrimSpace(string(out)), "\n")...)
		if !slices.Contains(severities, "note") {
			break
		}
	}
	for _, severity := range severities {
		if !strings.Contains(strings.Join(lines, "\n"), ": "+severity+": ") {
			t.Fatalf("the journal has no %s:\n%q", severity, lines)
		}
	}
	return lines
}

// recipe returns the settings below a heading of the document.
func (r *recipes) recipe(t *testing.T, heading string) string {
	t.Helper()
	_, section, ok := strings.Cut(r.text, "\n### "+heading+"\n")
	if !ok {
		t.Fatalf("docs/editors.md has no heading %s", heading)
	}
	block := regexp.MustCompile("(?s)\n```[a-z]+\n(.*?)```\n").FindStringSubmatch(section)
	if block == nil {
		t.Fatalf("docs/editors.md has no settings below %s", heading)
	}
	return block[1]
}

// mustLeadTo holds that an editor went to places one after the other.
func mustLeadTo(t *testing.T, file string, want []string) {
	t.Helper()
	eventually(t, 10*time.Second, func() bool { return len(strings.Fields(readText(file))) >= len(want) },
		func() string { return fmt.Sprintf("the editor went to\n%s", readText(file)) })
	if got := strings.Fields(readText(file)); !slices.Equal(got, want) {
		t.Errorf("it leads to %q, want %q", got, want)
	}
}

// tryVim goes through the quickfix list of vim, or of what descends from it.
func (r *recipes) tryVim(t *testing.T, command ...string) {
	needTool(t, command[0])
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "compiler", "debrief.vim"), []byte(r.recipe(t, "Vim and Neovim")))
	went := filepath.Join(dir, "went")
	script := fmt.Sprintf(`set runtimepath^=%s
compiler debrief
silent make
for n in range(1, len(getqflist()))
  execute 'silent cc' n
  call writefile([expand('%%:.') . ':' . line('.') . ':' . col('.')], '%s', 'a')
endfor
qall!
`, dir, went)
	writeFile(t, filepath.Join(dir, "script.vim"), []byte(script))
	r.run(t, append(command, "-S", filepath.Join(dir, "script.vim"))...)
	mustLeadTo(t, went, r.found)
}

// tryEmacs goes through the compilation buffer of emacs.
func (r *recipes) tryEmacs(t *testing.T) {
	needTool(t, "emacs")
	writeFile(t, filepath.Join(r.root, ".dir-locals.el"), []byte(r.recipe(t, "Emacs")))
	dir := t.TempDir()
	went := filepath.Join(dir, "went")
	places := slices.Compact(slices.Clone(r.found)) // of two at one place emacs stops at the first
	script := fmt.Sprintf(`(setq enable-local-variables :all)
(find-file %q)
(let ((default-directory %q)) (compile compile-command))
(while (get-buffer-process "*compilation*") (accept-process-output nil 0.05))
(dotimes (n %d)
  (next-error)
  (with-current-buffer (window-buffer)
    (append-to-file (format "%%s:%%d:%%d\n" (file-relative-name buffer-file-name %q) (line-number-at-pos) (1+ (current-column)))
                    nil %q)))
`, filepath.Join(r.root, "search.md"), r.root+"/", len(places), r.root, went)
	writeFile(t, filepath.Join(dir, "script.el"), []byte(script))
	r.run(t, "emacs", "--batch", "-Q", "-l", filepath.Join(dir, "script.el"))
	mustLeadTo(t, went, places)
}

// run runs an editor in the journal's folder, without anybody's settings.
func (r *recipes) run(t *testing.T, command ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), command[0], command[1:]...)
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "TERM=dumb")
	out, err := cmd.CombinedOutput()
	t.Logf("%s: %v\n%s", command[0], err, out)
}

// tryKakoune goes through the findings in kakoune's own terminal.
func (r *recipes) tryKakoune(t *testing.T) {
	needTool(t, "kak")
	needTool(t, "tmux")
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "recipe.kak"), []byte(r.recipe(t, "Kakoune")))
	went := filepath.Join(dir, "went")
	writeFile(t, filepath.Join(dir, "script.kak"), fmt.Appendf(nil, `define-command went %%{
  make-next-error
  nop %%sh{ echo "${kak_bufname}:${kak_cursor_line}:${kak_cursor_column}" >>%s }
}
`, went))
	var terminal typist
	terminal.open(t, r.root, "kak", "-e", "source "+dir+"/recipe.kak; source "+dir+"/script.kak; make")
	terminal.await(t, "debrief: ") // the count of notes, which is printed last
	for range r.found {
		terminal.press(t, ":", "w", "e", "n", "t", "Enter")
	}
	mustLeadTo(t, went, r.found)
}

// tryVSCode tries the problem matcher's expression, in JavaScript too.
func (r *recipes) tryVSCode(t *testing.T) {
	var tasks struct {
		Tasks []struct {
			Command string
			Args    []string
			Matcher struct {
				Pattern struct {
					Regexp                                      string
					File, Line, Column, Severity, Message, Code int
				}
			} `json:"problemMatcher"`
		}
	}
	check(t, json.Unmarshal([]byte(r.recipe(t, "VS Code")), &tasks))
	pattern := tasks.Tasks[0].Matcher.Pattern
	lines := r.findings(t, "error", "warning", "note")
	for _, line := range lines {
		m := regexp.MustCompile(pattern.Regexp).FindStringSubmatch(line)
		if m == nil {
			t.Errorf("no match: %s", line)
			continue
		}
		again := fmt.Sprintf("%s:%s:%s: %s: %s [%s]", m[pattern.File], m[pattern.Line], m[pattern.Column], m[pattern.Severity], m[pattern.Message], m[pattern.Code])
		if again != line || !strings.HasSuffix(m[pattern.File], ".md") {
			t.Errorf("read as %q: %s", m[1:], line)
		}
	}
	needTool(t, "node")
	const script = `const [expression, ...lines] = process.argv.slice(1)
		console.log(lines.filter(l => new RegExp(expression).test(l)).length)`
	out, err := exec.Command("node", append([]string{"-e", script, pattern.Regexp}, lines...)...).Output()
	check(t, err)
	if got := strings.TrimSpace(string(out)); got != fmt.Sprint(len(lines)) {
		t.Errorf("JavaScript matches %s of %d lines", got, len(lines))
	}
}

// trySublime tries the build system's expression.
func (r *recipes) trySublime(t *testing.T) {
	var build struct {
		Regex string `json:"file_regex"`
	}
	check(t, json.Unmarshal([]byte(r.recipe(t, "Sublime Text")), &build))
	for n, line := range r.findings(t, "error", "warning") {
		m := regexp.MustCompile(build.Regex).FindStringSubmatch(line)
		if m == nil || strings.Join(m[1:4], ":") != r.found[n] {
			t.Errorf("read as %q: %s", m, line)
		}
	}
}
