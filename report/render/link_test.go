package render

import (
	"net/url"
	"strings"
	"testing"

	"debrief/parser"
)

func TestParseLinkRefuses(t *testing.T) {
	for s, want := range map[string]string{
		"":                                 "{path} or {file}",
		"vscode://file":                    "{path} or {file}",
		"vscode://file{line}":              "{path} or {file}",
		"vscode://{name}":                  "there are only {path}",
		"vscode://{path":                   "{ without a }",
		"vscode://path}":                   "} without a {",
		"vscode://{path}:{line}}":          "} without a {",
		"javascript:alert('{path}')":       "no address",
		"JavaScript:{path}":                "no address",
		"data:text/html,{path}":            "no address",
		"vbscript:{path}":                  "no address",
		"blob:{path}":                      "no address",
		"view-source:file://{path}":        "no address",
		":{path}":                          "no address",
		"1x:{path}":                        "no address",
		"java script:{path}":               "blank",
		"java\tscript:{path}":              "blank",
		"\x01javascript:{path}":            "blank",
		"java\u200bscript:{path}":          "invisible",
		`\\evil\{path}`:                    "backslash",
		"{file}:{line}":                    "pass for a scheme",
		"x{line}:{path}":                   "pass for a scheme",
		"vscode\u202e://file{path}:{line}": "invisible",
	} {
		_, err := ParseLink(s)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want a word on %q", s, err, want)
		}
	}
}

func TestLinks(t *testing.T) {
	at := place("notes/Ärger & #1?.md", 3, 7, "x")
	unix, windows := "/home/jo li/search", "C:/Users/jo/search"
	for _, tt := range []struct{ template, root, base, want string }{
		{"", unix, "", "notes/%C3%84rger%20%26%20%231%3F.md"},
		{"", unix, ".", "notes/%C3%84rger%20%26%20%231%3F.md"},
		{"", unix, "..", "../notes/%C3%84rger%20%26%20%231%3F.md"},
		{"", unix, "../my search", "../my%20search/notes/%C3%84rger%20%26%20%231%3F.md"},
		{"", windows, "D:/x", "file:///D:/x/notes/%C3%84rger%20%26%20%231%3F.md"},
		{"vscode://file{path}:{line}:{column}", unix, "", "vscode://file/home/jo%20li/search/notes/%C3%84rger%20%26%20%231%3F.md:3:7"},
		{"vscode://file{path}:{line}", windows, "", "vscode://file/C:/Users/jo/search/notes/%C3%84rger%20%26%20%231%3F.md:3"},
		{"obsidian://open?vault=Search&file={file}", unix, "", "obsidian://open?vault=Search&file=notes/%C3%84rger%20%26%20%231%3F.md"},
		{"file://{path}", "/", "", "file:///notes/%C3%84rger%20%26%20%231%3F.md"},
		{"./{file}#L{line}", unix, "", "./notes/%C3%84rger%20%26%20%231%3F.md#L3"},
		{"{path}:{line}", unix, "", "/home/jo%20li/search/notes/%C3%84rger%20%26%20%231%3F.md:3"},
	} {
		l := Links{Root: tt.root, Base: tt.base}
		if tt.template != "" {
			var err error
			if l.Template, err = ParseLink(tt.template); err != nil {
				t.Fatal(err)
			}
		}
		if got := l.to(at); got != tt.want {
			t.Errorf("%q from %q in %s:\n%s, want\n%s", tt.template, tt.base, tt.root, got, tt.want)
		}
	}
	if got := (Links{}).to(parser.Place{}); got != "" {
		t.Errorf("a link to nowhere: %q", got)
	}
}

// Whatever a template and a note are called, a link that is let through is of
// the template's scheme and stands within an attribute.
func FuzzLinks(f *testing.F) {
	f.Add("vscode://file{path}:{line}", "notes/a b.md", "/home/x")
	f.Add("javascript:{path}", "alert(1)", "")
	f.Add("{file}", "javascript:alert(1)", "C:/x")
	f.Add("j{file}:{line}", "avascript", `\\host\share`)
	f.Fuzz(func(t *testing.T, template, path, root string) {
		parsed, err := ParseLink(template)
		if err != nil {
			return
		}
		link := Links{Template: parsed, Root: root}.to(place(path, 1, 1, "x"))
		if path == "" {
			return
		}
		if strings.ContainsAny(link, " \t\n\r\x00\\") {
			t.Errorf("%q: a link that a browser reads otherwise", link)
		}
		scheme, _, found := strings.Cut(link, ":")
		if found && !strings.ContainsAny(scheme, "/?#") {
			if own, _, _ := strings.Cut(template, ":"); scheme != own || !safeScheme(scheme) {
				t.Errorf("%q from %q has a scheme of its own", link, template)
			}
		}
		relative := Links{Base: root}.to(place(path, 1, 1, "x"))
		if u, err := url.Parse(relative); err != nil || u.Scheme != "" && u.Scheme != "file" {
			t.Errorf("%q is no link within a folder: %v", relative, err)
		}
	})
}
