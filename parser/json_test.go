package parser

import "testing"

func TestReadJSON(t *testing.T) { runReadingCases(t, jsonCases) }

var jsonCases = []readingCase{
	{
		name: "values",
		note: `;;;
{
  "company": "Acme \/ \uD83D\uDE00 é",
  "n": 4.50, "t": true, "z": null,
	"with": ["a", {"b": [1, 2]}, []],
  "Company": 1, "o": {}
}
;;;
Body
`,
		want: `json 2:1 map "{\n  \"com"…"o\": {}\n}"
 3:3 company = 3:14 "Acme / 😀 é" from "\"Acme \\/ \\uD83D\\uDE00 é\""
 4:3 n = 4:8 4.50
 4:14 t = 4:19 true
 4:25 z = 4:30 null "null"
 5:2 with = 5:10 list "[\"a\", {\""…"2]}, []]"
   - 5:11 "a" from "\"a\""
   - 5:16 map "{\"b\": [1, 2]}"
     5:17 b = 5:22 list "[1, 2]"
       - 5:23 1
       - 5:26 2
   - 5:31 list "[]"
 6:17 o = 6:22 map "{}"
body "Body"
6:3-6:12 duplicate-key: "Company" is written twice; the first counts
`,
	},
	{
		name: "what cannot be read costs itself only",
		note: `;;;
{
  "company": "Acme",
  "role": Engineer,
  "a": 1
  "b": 2,
  "told": {
    "x": 'y',
    "z": 1
  },
  "c": 3, // new
  "path": "C:\Users",
  "d": 4,
}
;;;
`,
		want: `json 2:1 map "{\n  \"com"…"  \"d\": 4"
 3:3 company = 3:14 "Acme" from "\"Acme\""
 4:3 role = 4:11 broken "Engineer"
 5:3 a = 5:8 1
 6:3 b = 6:8 2
 7:3 told = 8:10 broken "'y'"
 11:3 c = 11:8 3
 12:3 path = 12:11 broken "\"C:\\Users\""
 13:3 d = 13:8 4
body "" partial
4:11-4:19 bad-frontmatter: text stands in double quotes in JSON =>   "role": "Engineer",
6:3-6:6 bad-frontmatter: a comma is missing before this =>   "a": 1,
8:10-8:13 bad-frontmatter: single quotes cannot stand in JSON =>     "x": "y",
11:11-11:17 bad-frontmatter: a comment cannot stand in JSON =>   "c": 3, 
12:11-12:21 bad-frontmatter: this quoted text cannot be read
14:1-14:2 bad-frontmatter: a comma stands before the closing bracket
`,
	},
	{
		name: "on one line, everything behind the fault is lost",
		note: `;;;
{"a": 1, "b": x, "c": 2}
;;;
`,
		want: `json 2:1 map "{\"a\": 1, \"b\""
 2:2 a = 2:7 1
 2:10 b = 2:15 broken "x"
body "" partial
2:15-2:16 bad-frontmatter: text stands in double quotes in JSON => {"a": 1, "b": "x", "c": 2}
`,
	},
	{
		name: "text behind the object",
		note: `;;;
{ "a": 1 }
trailing
;;;
`,
		want: `json 2:1 map "{ \"a\": 1 }"
 2:3 a = 2:8 1
body "" partial
3:1-3:9 bad-frontmatter: text follows the object
`,
	},
	{
		name: "never closed",
		note: `;;;
{ "a": 1,
  "b": [1
;;;
`,
		want: `json 2:1 map "{ \"a\": 1"…" \"b\": [1"
 2:3 a = 2:8 1
 3:3 b = 3:9 broken "1"
body "" partial
3:9-3:10 bad-frontmatter: the object is never closed
`,
	},
	{
		name: "a list is no frontmatter",
		note: `;;;
[1]
;;;
`,
		want: "json 1:1 null \"\"\n" +
			"body \"\" partial\n" +
			"2:1-2:4 wrong-type: frontmatter is a set of named values, one `key: value` per line\n",
	},
	{
		name: "no object at all",
		note: `;;;
company: Acme
;;;
`,
		want: `json 1:1 null ""
body "" partial
2:1-2:14 bad-frontmatter: this is no JSON object
`,
	},
	{
		name: "an empty block",
		note: `;;;

;;;
Body
`,
		want: `json 1:1 null ""
body "Body"
`,
	},
	{
		name: "carriage returns",
		note: ";;;\r\n" +
			"{\r\n" +
			"  \"a\": \"é\",\r\n" +
			"  \"b\": [1]\r\n" +
			"}\r\n" +
			";;;\r\n" +
			"Body\r\n",
		want: `json 2:1 map "{\r\n  \"a\""…": [1]\r\n}"
 3:3 a = 3:8 "é" from "\"é\""
 4:3 b = 4:8 list "[1]"
   - 4:9 1
body "Body\r"
`,
	},
}
