//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// operation does one thing at random. That it cannot be done, because the
// folder is not what it was or closed, is all right.
func (v *vandal) operation() {
	operations := []struct {
		often int
		do    func()
	}{
		{6, v.create},
		{8, v.rewrite},
		{5, v.replaceByRename},
		{4, v.appendInPieces},
		{5, v.renameFile},
		{4, v.renameFolder},
		{3, v.swap},
		{4, v.deleteFile},
		{2, v.deleteTree},
		{4, v.moveOutAndIn},
		{4, v.chmodFile},
		{2, v.chmodFolder},
		{7, v.link},
		{3, v.retarget},
		{3, v.ignore},
		{2, v.age},
		{4, v.sameSizeAndTime},
		{3, v.deepFolder},
		{2, v.copyTree},
		{2, v.change},
		{3, v.blank},
		{1, v.hardLink},
		{1, v.moveRoot},
		{1, v.replaceRoot},
	}
	sum := 0
	for _, o := range operations {
		sum += o.often
	}
	n := v.random.IntN(sum)
	for _, o := range operations {
		if n -= o.often; n < 0 {
			o.do()
			return
		}
	}
}

// name returns a path for something new, in a folder of the journal.
func (v *vandal) name() string {
	folder := ""
	if v.random.IntN(4) > 0 {
		folder = v.folder()
	}
	names := []string{
		"2026-11-%02d-round.md", "note-%d.md", "application-%d.md", "draft-%d.md~", "plain-%d.txt", ".hidden-%d.md",
		"search.md", "README.md", "2026-11.md", "old %d (Dana's conflicted copy 2026-11-18).md", "ä-%d.md", "Note-%d.MD",
	}
	n := v.random.IntN(4 * len(names))
	name := names[min(n, len(names)-1)%len(names)]
	if n >= len(names) {
		name = names[n%3]
	}
	if strings.Contains(name, "%") {
		name = fmt.Sprintf(name, v.random.IntN(12))
	}
	return filepath.Join(folder, name)
}

// folderName returns a path for a new folder.
func (v *vandal) folderName() string {
	under := ""
	if v.random.IntN(2) == 0 {
		under = v.folder()
	}
	names := []string{"interviews", "applications", "references", "outreach", "log", "notes", "old", "templates", ".archive", "private", "a folder.md"}
	return filepath.Join(under, v.pick(names))
}

// put writes a file in place.
func (v *vandal) put(name, text string) {
	v.note("write %s, %d bytes", name, len(text))
	_ = os.MkdirAll(filepath.Dir(v.path(name)), 0o755)
	overwrite(v.path(name), text)
}

// overwrite writes a file in place. It does not wait for the readers of a pipe
// that has taken its place.
func overwrite(name, text string) {
	f, err := os.OpenFile(name, inPlace, 0o644)
	if err != nil {
		return
	}
	_, _ = f.WriteString(text)
	_ = f.Close()
}

const inPlace = os.O_WRONLY | os.O_CREATE | os.O_TRUNC | syscall.O_NONBLOCK

func (v *vandal) create() { v.put(v.name(), v.text()) }

func (v *vandal) rewrite() {
	if name := v.pick(v.files(isNote)); name != "" {
		v.put(name, v.text())
	}
}

// replaceByRename writes as most editors do, under a name that is hidden, a
// backup's, or a note's.
func (v *vandal) replaceByRename() {
	name := v.file()
	temporary := filepath.Join(filepath.Dir(name), v.pick([]string{".saving", "saving~", "saving.md", "4913"}))
	v.note("replace %s by way of %s", name, temporary)
	overwrite(v.path(temporary), v.text())
	_ = os.Rename(v.path(temporary), v.path(name))
}

// appendInPieces writes as a slow program does.
func (v *vandal) appendInPieces() {
	name, text := v.name(), v.text()
	v.note("write %s in pieces", name)
	f, err := os.OpenFile(v.path(name), inPlace, 0o644)
	if err != nil {
		return
	}
	defer f.Close()
	for len(text) > 0 {
		n := min(1+v.random.IntN(max(60, len(text)/10)), len(text))
		_, _ = f.WriteString(text[:n])
		text = text[n:]
		pause(time.Duration(v.random.IntN(80)) * time.Millisecond)
	}
}

func (v *vandal) rename(from, to string) {
	v.note("rename %s to %s", from, to)
	_ = os.Rename(v.path(from), v.path(to))
}

func (v *vandal) renameFile() {
	if from := v.file(); from != "" {
		v.rename(from, v.name())
	}
}

func (v *vandal) renameFolder() {
	if from := v.folder(); from != "" {
		v.rename(from, v.folderName())
	}
}

// swap lets two files, or two folders, change places.
func (v *vandal) swap() {
	of := v.files(isNote)
	if v.random.IntN(2) == 0 {
		of = v.folders()
	}
	a, b := v.pick(of), v.pick(of)
	if a == "" || a == b {
		return
	}
	between := v.pick([]string{"between", ".between"})
	v.rename(a, between)
	v.rename(b, a)
	v.rename(between, b)
}

func (v *vandal) deleteFile() {
	if name := v.file(); name != "" {
		v.note("delete %s", name)
		_ = os.Remove(v.path(name))
	}
}

func (v *vandal) deleteTree() {
	if name := v.folder(); name != "" {
		v.note("delete all of %s", name)
		_ = os.RemoveAll(v.path(name))
	}
}

// moveOutAndIn takes a folder out of the journal, changes something there, and
// mostly brings it back under some name.
func (v *vandal) moveOutAndIn() {
	name := v.folder()
	out := filepath.Join(v.outside, fmt.Sprintf("out-%d", v.random.IntN(3)))
	v.note("move %s to %s", name, out)
	if name == "" || os.Rename(v.path(name), out) != nil {
		return
	}
	pause(time.Duration(v.random.IntN(400)) * time.Millisecond)
	overwrite(filepath.Join(out, fmt.Sprintf("note-%d.md", v.random.IntN(12))), v.text())
	if v.random.IntN(3) > 0 {
		back := v.pick([]string{name, name, v.folderName()})
		v.note("move %s back to %s", out, back)
		_ = os.Rename(out, v.path(back))
	}
}

func (v *vandal) chmodFile() {
	modes := []os.FileMode{0, 0o200, 0o444, 0o644, 0o644, 0o755}
	if name, mode := v.file(), modes[v.random.IntN(len(modes))]; name != "" {
		v.note("chmod %o %s", mode, name)
		_ = os.Chmod(v.path(name), mode)
	}
}

// chmodFolder shuts a folder, or the journal itself. What was in a folder that
// cannot be read stands as it was, so all are opened before the end.
func (v *vandal) chmodFolder() {
	modes := []os.FileMode{0, 0o444, 0o311, 0o755}
	name, mode := v.folder(), modes[v.random.IntN(len(modes))]
	if v.random.IntN(8) == 0 {
		name = "."
	}
	v.note("chmod %o %s", mode, name)
	_ = os.Chmod(v.path(name), mode)
	v.shut = true
}

// link makes a symbolic link: to a note or a folder, inside or outside, to
// nothing, to something hidden, or in a circle.
func (v *vandal) link() {
	name := v.name()
	if v.random.IntN(3) == 0 {
		name = v.folderName()
	}
	v.linkTo(name)
}

func (v *vandal) linkTo(name string) {
	up := strings.Repeat("../", strings.Count(name, "/"))
	targets := []string{
		up + v.pick(v.files(isNote)), up + v.file(), up + v.folder(), up + v.name(), up + v.folderName(),
		up + v.pick(v.tree(func(_ string, e os.DirEntry) bool { return e.Type()&os.ModeSymlink != 0 })),
		v.path(v.file()), v.path(v.folder()), filepath.Join(v.outside, "note-1.md"), v.outside, up + "../outside/note-2.md",
		filepath.Base(name), ".", "..", up + ".archive/note-1.md", up + ".hidden-1.md", up + "private",
	}
	to := v.pick(targets)
	v.note("link %s to %s", name, to)
	_ = os.MkdirAll(filepath.Dir(v.path(name)), 0o755)
	_ = os.Symlink(to, v.path(name))
}

// retarget lets a link lead elsewhere.
func (v *vandal) retarget() {
	name := v.pick(v.tree(func(_ string, e os.DirEntry) bool { return e.Type()&os.ModeSymlink != 0 }))
	if name == "" {
		return
	}
	v.note("remove the link %s", name)
	_ = os.Remove(v.path(name))
	v.linkTo(name)
}

// ignore edits an ignore file.
func (v *vandal) ignore() {
	name := filepath.Join(v.pick(append(v.folders(), "", "", "")), v.pick([]string{".gitignore", ".debriefignore"}))
	patterns := []string{"note-1*.md\n", "private/\n", "old/\n!old/note-2.md\n", "/log\n", "*.md\n!2026*\n", "", "!private/\n", "interviews/*1*\n"}
	v.put(name, v.pick(patterns))
	if v.random.IntN(4) == 0 {
		v.note("delete %s", name)
		_ = os.Remove(v.path(name))
	}
}

// age sets the time of a note back, or ahead.
func (v *vandal) age() {
	if name := v.file(); name != "" {
		at := time.Now().Add(time.Duration(v.random.IntN(2000)-1900) * time.Hour)
		v.note("touch %s at %v", name, at)
		_ = os.Chtimes(v.path(name), at, at)
	}
}

// sameSizeAndTime changes what a note says but neither its size nor its date.
func (v *vandal) sameSizeAndTime() {
	name := v.pick(v.files(isNote))
	info, err := os.Lstat(v.path(name))
	if name == "" || err != nil {
		return
	}
	text, err := os.ReadFile(v.path(name))
	if err != nil {
		return
	}
	from, to := []byte(daysAgo(5)), []byte(daysAgo(6))
	if !bytes.Contains(text, from) {
		from, to = []byte("e"), []byte("o")
	}
	v.note("change %s within its size and date", name)
	overwrite(v.path(name), string(bytes.ReplaceAll(text, from, to)))
	_ = os.Chtimes(v.path(name), info.ModTime(), info.ModTime())
}

// deepFolder makes folders in folders, and a note in the innermost before
// anybody can have seen them.
func (v *vandal) deepFolder() {
	v.put(filepath.Join(v.folderName(), v.pick([]string{"acme", "interviews", "x/y/z"}), v.pick([]string{"log", "interviews", "1"}), "note-3.md"), v.text())
}

// copyTree copies a folder with everything in it, links included.
func (v *vandal) copyTree() {
	from, to := v.folder(), v.folderName()
	if from != "" && len(v.files(isAny)) < 150 && !strings.HasPrefix(to, from) {
		v.note("copy %s to %s", from, to)
		_ = exec.Command("cp", "-R", v.path(from), v.path(to)).Run()
	}
}

// change puts a folder, or a pipe, where a note was, or a note where a folder
// was.
func (v *vandal) change() {
	if name := v.folder(); name != "" && v.random.IntN(3) == 0 {
		v.note("a file takes the place of %s", name)
		_ = os.RemoveAll(v.path(name))
		overwrite(v.path(name), v.text())
		return
	}
	name := v.pick(v.files(isNote))
	if name == "" {
		return
	}
	v.note("something else takes the place of %s", name)
	_ = os.Remove(v.path(name))
	if v.random.IntN(2) == 0 {
		_ = os.Mkdir(v.path(name), 0o755)
		overwrite(filepath.Join(v.path(name), "note-1.md"), v.text())
		return
	}
	_ = syscall.Mkfifo(v.path(name), 0o644)
}

// blank leaves a note as programs do that are about to write it: empty, or too
// long to be one.
func (v *vandal) blank() {
	if name := v.pick(v.files(isNote)); name != "" {
		size := []int64{0, 0, 0, 3, 40, 5 << 20}[v.random.IntN(6)]
		v.note("truncate %s to %d", name, size)
		_ = os.Truncate(v.path(name), size)
	}
}

// hardLink gives a note a second name.
func (v *vandal) hardLink() {
	from, to := v.pick(v.files(isNote)), v.name()
	v.note("hard link %s to %s", to, from)
	_ = os.Link(v.path(from), v.path(to))
}

// moveRoot takes the whole journal away and brings it back.
func (v *vandal) moveRoot() {
	v.note("move the journal away and back")
	away := v.dir + "-away"
	if os.Rename(v.dir, away) != nil {
		return
	}
	pause(time.Duration(v.random.IntN(1500)) * time.Millisecond)
	overwrite(filepath.Join(away, "note-7.md"), v.text())
	check(v.t, os.Rename(away, v.dir))
}

// replaceRoot puts a copy of the whole journal in its place.
func (v *vandal) replaceRoot() {
	v.note("replace the journal with a copy")
	if err := exec.Command("cp", "-R", v.dir, v.dir+"-copy").Run(); err != nil {
		_ = os.RemoveAll(v.dir + "-copy")
		return
	}
	check(v.t, os.Rename(v.dir, v.dir+"-old"))
	check(v.t, os.Rename(v.dir+"-copy", v.dir))
	check(v.t, os.RemoveAll(v.dir+"-old"))
	v.put("search.md", watchedSearch)
}
