package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser starts Chromium for a test.
func browser(t *testing.T) context.Context {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && program == "" {
			program = path
		}
	}
	if program == "" {
		missing(t, "Chromium", exec.ErrNotFound)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium has none for root
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...) // the test's own ends before its cleanup
	t.Cleanup(stop)
	tab, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	limited, cancel := context.WithTimeout(tab, 2*time.Minute)
	t.Cleanup(cancel)
	return limited
}

// A witness writes down what a browser says and asks for.
type witness struct {
	mu       sync.Mutex
	said     []string
	requests []string
}

func (w *witness) hear(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		w.said = append(w.said, fmt.Sprint(e.Type, e.Args))
	case *runtime.EventExceptionThrown:
		w.said = append(w.said, e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		w.said = append(w.said, e.Entry.Text)
	case *page.EventJavascriptDialogOpening:
		w.said = append(w.said, "a dialog: "+e.Message)
	case *network.EventRequestWillBeSent:
		w.requests = append(w.requests, e.Request.URL)
	}
}

func (w *witness) forget() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.said, w.requests = nil, nil
}

// judge expects nothing on the console and no request but that for the page.
func (w *witness) judge(t *testing.T, address string) {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.said) > 0 {
		t.Errorf("the console has %q", w.said)
	}
	if len(w.requests) != 1 || w.requests[0] != address {
		t.Errorf("requests for %q, want the page alone", w.requests)
	}
}

// call sends the browser a command.
func call[P, R any](tab context.Context, t *testing.T, command cdp.Command[P, R], params P) R {
	t.Helper()
	result, err := chromedp.Call(tab, command, params)
	check(t, err)
	return result
}

// ask has the page work out a value.
func ask[T any](tab context.Context, t *testing.T, expression string, options ...chromedp.EvaluateOption) T {
	t.Helper()
	value, err := chromedp.Run(tab, chromedp.Evaluate[T](expression, options...))
	check(t, err)
	return value
}

// show opens a page in a theme, in a window as wide as a screen.
func show(tab context.Context, t *testing.T, address, theme string, width int64) {
	t.Helper()
	call(tab, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}},
	})
	check(t, chromedp.Do(tab, chromedp.EmulateViewport(width, 900), chromedp.Navigate(address)))
}

// TestBrowserPage opens pages in Chromium, in both themes, on a phone and on a
// desk, and on paper.
func TestBrowserPage(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join(npmTools(t), "axe-core", "axe.min.js"))
	check(t, err)
	tab := browser(t)
	var w witness
	check(t, chromedp.Listen(tab, w.hear))
	call(tab, t, log.Enable, cdp.Empty{})
	call(tab, t, network.Enable, network.EnableParams{})
	call(tab, t, runtime.Enable, cdp.Empty{})
	for name, journal := range pageJournals(t) {
		address := (&url.URL{Scheme: "file", Path: filepath.ToSlash(pageOf(t, journal))}).String()
		for _, theme := range []string{"light", "dark"} {
			for _, width := range []int64{360, 1440} {
				t.Run(fmt.Sprintf("%s/%s/%d", name, theme, width), func(t *testing.T) {
					w.forget()
					show(tab, t, address, theme, width)
					lookAtPage(tab, t, theme, width, string(axe))
					w.judge(t, address)
				})
			}
		}
		t.Run(name+"/paper", func(t *testing.T) { printPage(tab, t, name) })
	}
}

// lookAtPage holds an open page to what it looks like, folded and unfolded.
func lookAtPage(tab context.Context, t *testing.T, theme string, width int64, axe string) {
	t.Helper()
	dark := ask[bool](tab, t, `getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).every(n => n < 64)`)
	if heading := ask[string](tab, t, `document.querySelector("h1").innerText`); heading == "" || dark != (theme == "dark") {
		t.Errorf("heading %q, dark: %v", heading, dark)
	}
	for _, state := range []string{"folded", "unfolded"} {
		ask[bool](tab, t, fmt.Sprintf(`document.querySelectorAll("details").forEach(d => { d.open = %v }), true`, state == "unfolded"))
		wide := ask[int64](tab, t, `document.scrollingElement.scrollWidth`)
		outside := ask[[]string](tab, t, `[...document.querySelectorAll("body *")].
			filter(e => !e.closest(".scroll, svg, .skip") && e.getBoundingClientRect().right > innerWidth + 1).
			map(e => e.outerHTML.slice(0, 120))`)
		if wide > width || len(outside) > 0 {
			t.Errorf("%s: %d pixels wide at %d: %q", state, wide, width, outside)
		}
	}
	for _, v := range violations(tab, t, axe) {
		t.Errorf("axe: %s", v)
	}
}

// violations returns what axe-core finds wrong for people with a screen reader,
// a keyboard or weak eyes.
func violations(tab context.Context, t *testing.T, axe string) []string {
	t.Helper()
	ask[bool](tab, t, axe+"; true")
	return ask[[]string](tab, t, `axe.run(document).then(r => r.violations.map(v =>
		v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + " " + n.failureSummary).join(" | ")))`,
		chromedp.EvalAwaitPromise)
}

// printPage puts an open page on paper: what is folded is there too, but for
// the numbers that a picture shows, and nothing is wider than a sheet.
func printPage(tab context.Context, t *testing.T, name string) {
	t.Helper()
	ask[bool](tab, t, `document.querySelectorAll("details").forEach(d => { d.open = false }), true`)
	check(t, chromedp.Do(tab, chromedp.EmulateViewport(700, 1000))) // A4 less its margins
	call(tab, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	hidden := ask[[]string](tab, t, `[...document.querySelectorAll("details")].
		filter(d => !d.closest("figure") && getComputedStyle(d, "::details-content").contentVisibility !== "visible").
		map(d => d.innerText.slice(0, 80))`)
	wide := ask[int64](tab, t, `document.scrollingElement.scrollWidth`)
	pdf, err := chromedp.Run(tab, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPrintBackground()))
	check(t, err)
	if len(hidden) > 0 {
		t.Errorf("%d parts are not on paper, such as %s", len(hidden), hidden[0])
	}
	if wide > 700 {
		t.Errorf("%d pixels wide on paper", wide)
	}
	if !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Error("no PDF")
	}
}
