package tell

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// hostile are texts that something could obey if it were let near it.
var hostile = []string{
	"$(touch pwned)", "`touch pwned`", "'; touch pwned; '", `"; touch pwned; "`, "a\ntouch pwned\n", "<b>bold</b> & <a href=\"x\">",
	"--help", "-u", "--", "-", "", `\033[31m\n\\`, "\x1b]0;title\x07", "a\x00b", "\u202egnp.exe", "%s%n", "$env:PATH", "]]>", "\xff\xfe",
	`" & do shell script "touch pwned" & "`,
}

// TestMeansNeverSplice wants the texts to be where nothing parses them, and
// everything else to be the same whatever they are.
func TestMeansNeverSplice(t *testing.T) {
	for _, goos := range []string{"linux", "freebsd", "darwin", "windows"} {
		for _, text := range hostile {
			n := compose([]Item{{ID: "a", Urgency: Due, Title: text, Body: text}})[0]
			p := n.process(goos)
			plain := notification{title: "T", body: "B"}.process(goos)
			title, body := n.title, n.body
			if title == "" {
				title = "debrief"
			}
			switch goos {
			case "windows":
				plain.Set = []string{"DEBRIEF_TITLE=" + title, "DEBRIEF_BODY=" + body}
			case "darwin":
				plain.Args = append(plain.Args[:len(plain.Args)-2], title, body)
			default:
				plain.Args = append(plain.Args[:len(plain.Args)-2], title, markup.Replace(body))
				if i := slices.Index(p.Args, "--"); i != len(p.Args)-3 {
					t.Errorf("options do not end before the texts: %q", p.Args)
				}
			}
			if diff := cmp.Diff(plain, p); diff != "" {
				t.Errorf("%s, %q: %s", goos, text, diff)
			}
			if strings.ContainsAny(title+body, "\x00\x1b\n\u202e") {
				t.Errorf("%q became %q", text, title)
			}
		}
	}
}

func TestMarkupIsShownAsText(t *testing.T) {
	n := compose([]Item{{Urgency: Overdue, Title: `<b>\n`, Body: "<b>A & B</b>\n\\n"}})[0]
	want := []string{"--app-name=debrief", "--urgency=critical", "--", `<b>\n`, `&lt;b&gt;A &amp; B&lt;/b&gt; \\n`}
	if diff := cmp.Diff(want, n.process("openbsd").Args); diff != "" {
		t.Error(diff)
	}
}

// TestToastScript holds the script to what lets it be one argument.
func TestToastScript(t *testing.T) {
	if strings.Contains(toastScript, `"`) {
		t.Error("a double quote needs escaping twice")
	}
	args := notification{}.process("windows").Args
	if strings.Contains(args[len(args)-1], "\n") {
		t.Error("more than one line")
	}
}
