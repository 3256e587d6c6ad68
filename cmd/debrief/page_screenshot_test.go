package main

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// mostScreenshot is how large a picture of the README may be, in bytes.
const mostScreenshot = 150_000

// TestBrowserPageScreenshots takes the README's pictures of the page on the
// sample journal, when $DEBRIEF_SCREENSHOTS is set: letters look different on
// every machine, so that they are not compared.
func TestBrowserPageScreenshots(t *testing.T) {
	docs, err := filepath.Abs("../../docs")
	check(t, err)
	for _, shot := range []struct {
		file, theme, from string
		height            float64
	}{
		{"page-light.png", "light", "body", 1180},
		{"page-dark.png", "dark", "#pictures", 1560},
	} {
		file := filepath.Join(docs, shot.file)
		if os.Getenv("DEBRIEF_SCREENSHOTS") != "" {
			tab := browser(t)
			address := url.URL{Scheme: "file", Path: filepath.ToSlash(pageOf(t, sampleJournal))}
			show(tab, t, address.String(), shot.theme, 1100)
			top := ask[float64](tab, t, `document.querySelector("`+shot.from+`").getBoundingClientRect().top`)
			beyond := true
			taken := call(tab, t, page.CaptureScreenshot, page.CaptureScreenshotParams{
				Clip: &page.Viewport{X: 0, Y: max(0, top-24), Width: 1100, Height: shot.height, Scale: 1}, CaptureBeyondViewport: &beyond,
			})
			check(t, os.WriteFile(file, fewColours(t, taken.Data), 0o644))
			check(t, chromedp.Cancel(tab))
		}
		info, err := os.Stat(file)
		check(t, err)
		if info.Size() > mostScreenshot {
			t.Errorf("%s has %d bytes, want at most %d", shot.file, info.Size(), mostScreenshot)
		}
	}
}

// fewColours makes a picture small: of a page's colours, the 256 that are there
// most are enough.
func fewColours(t *testing.T, raw []byte) []byte {
	t.Helper()
	from, err := png.Decode(bytes.NewReader(raw))
	check(t, err)
	counts := map[color.RGBA]int{}
	bounds := from.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			counts[rgba(from.At(x, y))]++
		}
	}
	most := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var palette color.Palette
	for _, c := range most[:min(len(most), 256)] {
		palette = append(palette, c)
	}
	nearest := map[color.RGBA]uint8{}
	to := image.NewPaletted(bounds, palette)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			c := rgba(from.At(x, y))
			index, known := nearest[c]
			if !known {
				index = uint8(palette.Index(c))
				nearest[c] = index
			}
			to.SetColorIndex(x, y, index)
		}
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	check(t, encoder.Encode(&b, to))
	return b.Bytes()
}

func rgba(c color.Color) color.RGBA { return color.RGBAModel.Convert(c).(color.RGBA) }
