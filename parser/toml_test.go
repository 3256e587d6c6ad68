package parser

import "testing"

func TestReadTOML(t *testing.T) { runReadingCases(t, tomlCases) }

var tomlCases = []readingCase{
	{
		name: "values",
		note: `+++
company = "Acme \"R\" \u00e9"
role = 'C:\x'
date = 2026-03-12
when = 2026-03-12 14:00
at = 2026-03-12T14:00:00-05:00
confidence = 4
yes = true
notes = """
one
two"""
"quoted key" = "ü"
after = 1 # é
+++
Body
`,
		want: `toml 2:1 map "company "…"fter = 1"
 2:1 company = 2:11 "Acme \"R\" é" from "\"Acme \\\"R\\\" \\u00e9\""
 3:1 role = 3:8 "C:\\x" from "'C:\\x'"
 4:1 date = 4:8 2026-03-12
 5:1 when = 5:8 2026-03-12 14:00
 6:1 at = 6:6 2026-03-12T14:00:00-05:00
 7:1 confidence = 7:14 4
 8:1 yes = 8:7 true
 9:1 notes = 9:9 "one\ntwo" from "\"\"\"\none\ntwo\"\"\""
 12:1 quoted key = 12:16 "ü" from "\"ü\""
 13:1 after = 13:9 1
body "Body"
`,
	},
	{
		name: "lists and inline tables",
		note: `+++
interviewers = [ "Dana", # first
  'Li', { name = "Tom", manager = true }, [1, 2], ]
offer = { on = 2026-01-01, a.b = 1 }
none = []
empty = {}
+++
`,
		want: `toml 2:1 map "intervie"…"pty = {}"
 2:1 interviewers = 2:16 list "[ \"Dana\""…"1, 2], ]"
   - 2:18 "Dana" from "\"Dana\""
   - 3:3 "Li" from "'Li'"
   - 3:9 map "{ name ="…"= true }"
     3:11 name = 3:18 "Tom" from "\"Tom\""
     3:25 manager = 3:35 true
   - 3:43 list "[1, 2]"
     - 3:44 1
     - 3:47 2
 4:1 offer = 4:9 map "{ on = 2"…".b = 1 }"
   4:11 on = 4:16 2026-01-01
   4:28 a = 4:28 map "a.b = 1"
     4:30 b = 4:34 1
 5:1 none = 5:8 list "[]"
 6:1 empty = 6:9 map "{}"
body ""
`,
	},
	{
		name: "tables",
		note: `+++
company = "Acme"
a.b.c = 1

[offer]
on = 2026-01-01
[offer.terms]
days = 3
[[told]]
position = "Acme"
[[told]]
position = "Globex"
[told.more]
x = 1
+++
`,
		want: `toml 2:1 map "company "…"e]\nx = 1"
 2:1 company = 2:11 "Acme" from "\"Acme\""
 3:1 a = 3:1 map "a.b.c = 1"
   3:3 b = 3:3 map "b.c = 1"
     3:5 c = 3:9 1
 5:2 offer = 5:1 map "[offer]\n"…"days = 3"
   6:1 on = 6:6 2026-01-01
   7:8 terms = 7:1 map "[offer.t"…"days = 3"
     8:1 days = 8:8 3
 9:3 told = 9:1 list "[[told]]"…"e]\nx = 1"
   - 9:1 map "[[told]]"…"= \"Acme\""
     10:1 position = 10:12 "Acme" from "\"Acme\""
   - 11:1 map "[[told]]"…"e]\nx = 1"
     12:1 position = 12:12 "Globex" from "\"Globex\""
     13:7 more = 13:1 map "[told.mo"…"e]\nx = 1"
       14:1 x = 14:5 1
body ""
`,
	},
	{
		name: "keys written twice",
		note: `+++
company = "Acme"
Company = "Globex"
a.b = 1
a.b = 2
[offer]
on = 1
[offer]
on = 2
[company]
x = 1
[[offer]]
y = 1
+++
`,
		want: `toml 2:1 map "company "…"]\non = 1"
 2:1 company = 2:11 "Acme" from "\"Acme\""
 4:1 a = 4:1 map "a.b = 1"
   4:3 b = 4:7 1
 6:2 offer = 6:1 map "[offer]\non = 1"
   7:1 on = 7:6 1
body ""
3:1-3:8 duplicate-key: "Company" is written twice; the first counts
5:3-5:4 duplicate-key: "b" is written twice; the first counts
8:2-8:7 duplicate-key: "offer" is written twice; the first counts
10:2-10:9 duplicate-key: "company" is written twice; the first counts
12:3-12:8 duplicate-key: "offer" is written twice; the first counts
`,
	},
	{
		name: "carriage returns",
		note: "+++\r\n" +
			"company = \"Acme\"\r\n" +
			"people = [\r\n" +
			"  \"é\",\r\n" +
			"  \"x\" ]\r\n" +
			"+++\r\n" +
			"Body\r\n",
		want: `toml 2:1 map "company "…"\n  \"x\" ]"
 2:1 company = 2:11 "Acme" from "\"Acme\""
 3:1 people = 3:10 list "[\r\n  \"é"…"\n  \"x\" ]"
   - 4:3 "é" from "\"é\""
   - 5:3 "x" from "\"x\""
body "Body\r"
`,
	},
	{
		name: "statements that cannot be read cost themselves only",
		note: `+++
company = Acme Robotics
time = 2pm
role = "Eng
people = [
  "Dana",
  Li Wei,
]
Some prose.
next =
twice = "a" "b"
status = "done"
[offer
on = 2026-01-01
[told]
Acme = true
+++
`,
		want: `toml 2:1 map "company "…"e = true"
 2:1 company = 2:11 broken "Acme Robotics"
 3:1 time = 3:8 broken "2pm"
 4:1 role = 4:8 broken "\"Eng"
 5:1 people = 5:10 broken "["
 10:1 next = 10:7 broken ""
 11:1 twice = 11:9 broken "\"a\" \"b\""
 12:1 status = 12:10 "done" from "\"done\""
 13:2 offer = 13:2 broken "offer"
 15:2 told = 15:1 map "[told]\nA"…"e = true"
   16:1 Acme = 16:8 true
body "" partial
2:11-2:24 bad-frontmatter: text stands in quotes in TOML => company = "Acme Robotics"
3:8-3:11 bad-frontmatter: text stands in quotes in TOML => time = "2pm"
4:8-4:12 bad-frontmatter: the quote at the start is never closed => role = "Eng"
7:3-7:9 bad-frontmatter: text stands in quotes in TOML =>   "Li Wei",
10:7-10:7 bad-frontmatter: the value is missing
11:9-11:16 bad-frontmatter: text follows the closing quote => twice = '"a" "b"'
13:1-13:7 bad-frontmatter: this header is not closed
`,
	},
	{
		name: "unquoted links and placeholders are text",
		note: `+++
date = {{date}}
with = [[Jane]], [[Li]]
role = <% x %>
company = "Acme"
+++
`,
		want: `toml 2:1 map "date = {"…"= \"Acme\""
 2:1 date = 2:8 {{date}}
 3:1 with = 3:8 [[Jane]], [[Li]]
 4:1 role = 4:8 <% x %>
 5:1 company = 5:11 "Acme" from "\"Acme\""
body ""
`,
	},
	{
		name: "an empty block",
		note: `+++
# nothing
+++
Body
`,
		want: `toml 1:1 null ""
body "Body"
`,
	},
	{
		name: "a comment that TOML refuses",
		note: "+++\n" +
			"# one\n" +
			"# bell \a\n" +
			"company = \"Acme\"\n" +
			"# bell \a\n" +
			"+++\n",
		want: `toml 4:1 map "company = \"Acme\""
 4:1 company = 4:11 "Acme" from "\"Acme\""
body ""
`,
	},
}
