package journalgen

import (
	"strings"
	"unicode"
)

// peoplePerCompany is how many people of a company one can meet.
const peoplePerCompany = 4

// companyName returns the name of the company with that number. Two numbers
// below len(companyFirst)*len(companySecond)*(len(companyTowns)+1) never share
// a name, and any two names differ by three letters or more, so that none
// looks like another one misspelt.
func companyName(number int) string {
	first, number := number%len(companyFirst), number/len(companyFirst)
	second, town := number%len(companySecond), number/len(companySecond)
	// Shifting by the first word mixes the second words from the start.
	name := companyFirst[first] + " " + companySecond[(second+first)%len(companySecond)]
	if town > 0 {
		name += " " + companyTowns[(town-1)%len(companyTowns)]
	}
	return name
}

// personName returns the name of the person with that number; from
// len(firstNames)*len(lastNames) on, double-barrelled ones.
func personName(number int) string {
	first, number := number%len(firstNames), number/len(firstNames)
	last, second := number%len(lastNames), number/len(lastNames)
	name := firstNames[first] + " " + lastNames[(last+first)%len(lastNames)]
	if second > 0 {
		name += "-" + lastNames[(last+first+second)%len(lastNames)]
	}
	return name
}

// slug turns a name into part of a file's name: lower-case letters, accents
// kept, digits and single hyphens.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, "-")
}

var companyFirst = strings.Fields(`Amberline Birchgate Corvid Driftmark Eastwharf Foxglove Gridstone
	Hollowell Ironquay Juniper Kingsbarrow Larkfield Mossbank Nightjar Oakenshaw Pinnacle Quaywest
	Redshank Silverbrook Thornbury Umberhill Vantage Willowmere Yarrow Zephyr Ashcombe Blackthorn
	Cobaltic Dunecrest Elmstead Fernwick Goldcrest Highmoor Inverlith Kittiwake Lanternfish Meridian
	Northolt Orchid Peregrine Quickset Rowanbrae Saltmarsh Tidegauge Undertow Violetta Wrenfold
	Cloudberry Bracken Compass`)

var companySecond = strings.Fields(`Freight Robotics Energy Analytics Health Mapping Instruments Logistics
	Software Insurance Payments Climate Materials Aviation Publishing Telecom Genomics Railways
	Forestry Hydro Semiconductors Pharmacy Museum Bakeries Cinema Shipyards Textiles Geodesy
	Observatory Workshop Dairy Broadcasting Vineyards Bicycles Acoustics Optics Waterworks Quarries
	Toys Laundry`)

var companyTowns = strings.Fields(`Porto Tromsø Galway Utrecht Leipzig Bergamo Krakow Aarhus Malmo Bilbao`)

var firstNames = strings.Fields(`Hana Ruben Clara Tomasz Ines Sofia Pavel Miriam Grace Dev Lena Yusuf Noor
	Felix Ottilie Samir Ana Tom Li Dana Ewa Jonas Marta Priya Kofi Amara Bruno Chiara Dimitri Elif
	Farid Greta Hugo Ilse Jarek Kaja Lucas Maren Nils Oda Petra Quentin Rosa Stellan Thandi Ulrike
	Viktor Wanda Xenia Yara Zoltan André Beatriz Cosmo Delphine Emeka Fiona Gustav Heidi Ivo`)

var lastNames = strings.Fields(`Sato Adeyemi Wieland Brenner Falk Lund Dvorak Stolz Okafor Malhotra Hartwig
	Karaca Haddad Amsel Brandt Behr Lima Berg Wei Reyes Nowicka Achterberg Lindqvist Raman Mensah
	Diallo Ferrari Romano Petrov Yilmaz Nasser Keller Moreau Jansen Kowal Solberg Silva Nygaard
	Eriksen Holm Vogel Dubois Fuentes Sandahl Mokoena Winter Orlov Zielinska Costa Haidari Szabo
	Lefèvre Carvalho Greco Marchand Nwosu Campbell Lindner Baum Horvat Castell Ueda Tanaka Ishida
	Pereira Molnar Duarte Vesely Kranz Osei`)

var roles = []string{
	"Platform Engineer", "Data Engineer", "Backend Developer", "Site Reliability Engineer", "Product Designer",
	"Engineering Manager", "Research Assistant", "Technical Writer", "Security Analyst", "Solutions Architect",
}

var roundNames = []string{"phone screen", "technical", "system design", "panel", "team fit", "final"}
