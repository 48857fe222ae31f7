/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-lists.h"

#include "language/dolen-welsh.h"

#include <string.h>

/* clang-format off */
/* Pairs: what is written, what is meant; "" is nothing. "St" may be a saint or a street, so that both
 * are written alike. */
static const char *const written_out[] = {
  "adult", "adults", "afc", "football", "asc", "autism", "asd", "autism", "assn", "association",
  "assoc", "association", "autistic", "autism", "babies", "baby", "beginner", "beginners",
  "brothers", "mens", "cafes", "cafe", "cardiganshire", "ceredigion", "carers", "carer",
  "carms", "carmarthenshire", "center", "centre", "cffi", "yfc", "charity", "", "chatter", "chat",
  "child", "children", "childrens", "children", "choral", "choir", "cic", "", "cio", "",
  "clubs", "club", "clwb", "club", "clybiau", "club", "comm", "community", "ctr", "centre",
  "cttee", "committee", "cyf", "", "cyfyngedig", "", "dept", "department", "dist", "district",
  "dr", "doctor", "dropin", "drop", "eighth", "8", "elderly", "older", "esol", "english",
  "fc", "football", "fed", "federation", "female", "womens", "fifth", "5", "first", "1",
  "fortnightly", "", "fourth", "4", "fri", "friday", "fridays", "friday", "groups", "group",
  "grp", "group", "grwp", "group", "historic", "history", "historical", "history",
  "hosp", "hospital", "inc", "", "incorporated", "", "info", "information", "inst", "institute",
  "intl", "international", "isle", "island", "junior", "juniors", "kid", "children",
  "kids", "children", "knatter", "chat", "ladies", "womens", "lads", "boys", "lady", "womens",
  "ladys", "womens", "limited", "", "llp", "", "ltd", "", "luncheon", "lunch", "male", "mens",
  "mans", "mens", "men", "mens", "mondays", "monday", "monthly", "", "mt", "mount",
  "mtg", "meeting", "musical", "music", "natl", "national", "natter", "chat", "ninth", "9",
  "oap", "pensioner", "oaps", "pensioner", "org", "", "organization", "organisation",
  "orgn", "organisation", "orgs", "", "pembs", "pembrokeshire", "plc", "", "program", "programme",
  "rd", "road", "registered", "", "rfc", "rugby", "rufc", "rugby", "saturdays", "saturday",
  "seated", "chair", "second", "2", "senior", "seniors", "serv", "service", "seventh", "7",
  "sisters", "womens", "sixth", "6", "soc", "society", "st", "saint", "street", "saint",
  "sundays", "sunday", "supporter", "friend", "supporters", "friend", "svc", "service",
  "svcs", "service", "taiji", "taichi", "tenth", "10", "third", "3", "thu", "thursday",
  "thur", "thursday", "thurs", "thursday", "thursdays", "thursday", "toddlers", "toddler",
  "tot", "toddler", "tots", "toddler", "tue", "tuesday", "tues", "tuesday", "tuesdays", "tuesday",
  "u3as", "u3a", "uk", "", "uke", "ukulele", "ukelele", "ukulele", "ukes", "ukulele",
  "vol", "volunteer", "vols", "volunteer", "voluntary", "volunteer", "wales", "cymru",
  "wed", "wednesday", "wednesdays", "wednesday", "weekly", "", "wmns", "womens", "woman", "womens",
  "womans", "womens", "women", "womens", "wrvs", "rvs", "www", "", "years", "year", "yr", "year",
  "yrs", "year",
};

/* Pairs: words of names in Welsh, towns among them, not mutated, and what they are in English
 * (without a plural's s). */
static const char *const english[] = {
  "aberdaugleddau", "milford", "abergwaun", "fishguard", "aberhonddu", "brecon",
  "aberpennar", "mountainash", "abertawe", "swansea", "aberteifi", "cardigan", "achau", "genealogy",
  "achub", "rescue", "achyddiaeth", "genealogy", "acrylig", "acrylic", "actio", "acting",
  "actorion", "actor", "adar", "bird", "addoli", "worship", "addoliad", "worship",
  "addysg", "education", "adfer", "recovery", "adferiad", "recovery", "adran", "section",
  "aelod", "member", "aelodaeth", "membership", "aelodau", "member", "afon", "river",
  "agored", "open", "ail", "2", "ailgylchu", "recycling", "alaw", "tune", "amaeth", "agriculture",
  "amaethyddol", "agricultural", "amgueddfa", "museum", "amgylchedd", "environment",
  "amser", "time", "anabl", "disabled", "anabledd", "disability", "anableddau", "disability",
  "anadl", "breath", "anadlu", "breathing", "anawsterau", "difficulty", "andreas", "andrew",
  "anghenion", "need", "angladd", "funeral", "anifail", "animal", "anifeiliaid", "animal",
  "annibyniaeth", "independence", "annibynnol", "independent", "apwyntiad", "appointment",
  "apwyntiadau", "appointment", "arbennig", "special", "arberth", "narberth",
  "archaeoleg", "archaeology", "archif", "archive", "archifau", "archive", "ardal", "district",
  "arddangosfa", "exhibition", "arfog", "armed", "arfordir", "coast", "argraffu", "printing",
  "argyfwng", "emergency", "arian", "money", "ariannol", "financial", "arlein", "online",
  "arlunio", "painting", "arwyddion", "sign", "atgof", "memory", "atgofion", "memory",
  "athletau", "athletic", "awdur", "author", "awduron", "author", "awtistiaeth", "autism",
  "babanod", "baby", "babi", "baby", "bach", "small", "bachgen", "boys", "badau", "boat",
  "banc", "bank", "bara", "bread", "bardd", "poet", "barddoni", "poetry", "barddoniaeth", "poetry",
  "barri", "barry", "bechgyn", "boys", "bedydd", "baptism", "beibl", "bible", "beic", "bike",
  "beichiog", "pregnant", "beichiogrwydd", "pregnancy", "beiciau", "bike", "beicio", "cycling",
  "beicwyr", "cycling", "beirdd", "poet", "benthyca", "borrow", "benthyciadau", "loan",
  "bermo", "barmouth", "bil", "bill", "biliau", "bill", "biwmares", "beaumaris", "blodau", "flower",
  "blodyn", "flower", "bocsio", "boxing", "bont", "bridge", "bontfaen", "cowbridge",
  "bore", "morning", "boreau", "morning", "bowlio", "bowl", "bowls", "bowl", "brawd", "brother",
  "brecwast", "breakfast", "bregus", "vulnerable", "brenhinol", "royal", "brethyn", "cloth",
  "bro", "vale", "brodwaith", "embroidery", "bronfwydo", "breastfeeding",
  "brycheiniog", "brecknock", "bryn", "hill", "brys", "emergency", "budd", "benefit",
  "budddaliadau", "benefit", "busnes", "business", "busnesau", "business", "bwrdd", "table",
  "bws", "bus", "bwyd", "food", "bwydo", "feeding", "bwydydd", "food", "byd", "world",
  "byddar", "deaf", "bydwraig", "midwife", "byw", "living", "bywyd", "life", "cacen", "cake",
  "cacennau", "cake", "cadair", "chair", "cadw", "keep", "cadwraeth", "conservation",
  "caerdydd", "cardiff", "caerffili", "caerphilly", "caerfyrddin", "carmarthen",
  "caergybi", "holyhead", "caethiwed", "addiction", "caffi", "cafe", "caiac", "kayak",
  "calon", "heart", "cam", "step", "camau", "step", "camdrin", "abuse", "camdriniaeth", "abuse",
  "campfa", "gym", "cangen", "branch", "canmlwyddiant", "centenary", "canolfan", "centre",
  "canolradd", "intermediate", "canser", "cancer", "cantorion", "singer", "canu", "singing",
  "canw", "canoe", "canwio", "canoeing", "capel", "chapel", "cardiau", "card", "cartref", "home",
  "cartrefi", "home", "casgwent", "chepstow", "casnewydd", "newport", "castell", "castle",
  "castellnedd", "neath", "cath", "cat", "cathod", "cat", "cawl", "soup", "ceffyl", "horse",
  "ceffylau", "horse", "cefnogaeth", "support", "cefnogi", "support", "cegin", "kitchen",
  "ceidwad", "keeper", "ceir", "car", "ceiswyr", "seeker", "celf", "art", "celfyddydau", "art",
  "cenedlaethol", "national", "cerdded", "walking", "cerddor", "musician", "cerddorfa", "orchestra",
  "cerddoriaeth", "music", "cerddwyr", "walker", "cerflunio", "sculpture", "chlebran", "chat",
  "chwarae", "play", "chwaraeon", "sport", "chwist", "whist", "ci", "dog", "cinio", "lunch",
  "clai", "clay", "clebran", "chat", "clefyd", "disease", "clinig", "clinic", "cloch", "bell",
  "clocsio", "clogging", "clonc", "chat", "cludiant", "transport", "clychau", "bell",
  "clytwaith", "patchwork", "clyw", "hearing", "coch", "red", "codymau", "fall", "coed", "wood",
  "coedlan", "grove", "coedwig", "forest", "coetir", "woodland", "cof", "memory",
  "coffa", "memorial", "coffi", "coffee", "cofio", "memory", "coginio", "cooking", "cogydd", "cook",
  "coleg", "college", "colled", "loss", "comedi", "comedy", "cor", "choir", "corau", "choir",
  "corff", "body", "corfforol", "physical", "corws", "chorus", "credyd", "credit",
  "credydau", "credit", "crefft", "craft", "crefftau", "craft", "crefftwaith", "craft",
  "criced", "cricket", "cristnogol", "christian", "crochenwaith", "pottery", "croes", "cross",
  "croeso", "welcome", "cronfa", "fund", "crosio", "crochet", "crughywel", "crickhowell",
  "cryfder", "strength", "crynwyr", "quaker", "cwch", "boat", "cwiltio", "quilting",
  "cwiltwyr", "quilter", "cwis", "quiz", "cwm", "valley", "cwmni", "company", "cwn", "dog",
  "cwnsela", "counselling", "cwrdd", "meeting", "cwrs", "course", "cwtsh", "cwtch",
  "cwympo", "fall", "cychod", "boat", "cydbwysedd", "balance", "cydraddoldeb", "equality",
  "cydweli", "kidwelly", "cyfaill", "friend", "cyfarfod", "meeting", "cyfarfodydd", "meeting",
  "cyfarpar", "equipment", "cyfeillgarwch", "friendship", "cyfeillio", "befriending",
  "cyfeillion", "friend", "cyffur", "drug", "cyffuriau", "drug", "cyfle", "opportunity",
  "cyfleoedd", "opportunity", "cyflogadwyedd", "employability", "cyflogaeth", "employment",
  "cyfraith", "law", "cyfreithiol", "legal", "cyfrifiadur", "computer", "cyfrifiadurol", "computer",
  "cyfrifiaduron", "computer", "cyfrinachol", "confidential", "cylch", "circle",
  "cyllid", "funding", "cymalau", "joint", "cymdeithas", "society", "cymdeithasol", "social",
  "cymdeithasu", "socialise", "cymdogion", "neighbour", "cymorth", "support",
  "cymorthfeydd", "surgery", "cymraeg", "welsh", "cymreig", "welsh", "cymry", "welsh",
  "cymuned", "community", "cymunedau", "community", "cymunedol", "community",
  "cymydog", "neighbour", "cymysg", "mixed", "cynfilwr", "veteran", "cynfilwyr", "veteran",
  "cyngerdd", "concert", "cyngherddau", "concert", "cynghrair", "league", "cyngor", "advice",
  "cynhadledd", "conference", "cynhalwyr", "carer", "cynhesrwydd", "warmth",
  "cynhwysol", "inclusive", "cynilion", "saving", "cynilwyr", "saver", "cynnal", "support",
  "cynnes", "warm", "cynradd", "primary", "cyntaf", "1", "cyrsiau", "course", "cyswllt", "link",
  "cysylltu", "link", "dall", "blind", "darlith", "lecture", "darlithoedd", "lecture",
  "darllen", "reading", "dartiau", "darts", "datblygiad", "development", "datblygu", "development",
  "dawns", "dance", "dawnsio", "dancing", "dawnswyr", "dancer", "de", "south",
  "dechreuwyr", "beginners", "deialu", "dial", "deillion", "blind", "deintydd", "dentist",
  "deintyddol", "dental", "dewi", "david", "dibyniaeth", "addiction", "digartref", "homeless",
  "digartrefedd", "homelessness", "digidol", "digital", "digwyddiad", "event",
  "digwyddiadau", "event", "dillad", "clothe", "dinas", "city", "dinbych", "denbigh",
  "dinbychypysgod", "tenby", "diod", "drink", "dioddefwyr", "victim", "diodydd", "drink",
  "diogel", "safe", "diogelwch", "safety", "diwrnod", "day", "dogfennau", "document",
  "domestig", "domestic", "dosbarth", "class", "dosbarthiadau", "class", "draig", "dragon",
  "drenewydd", "newtown", "drws", "door", "drysau", "door", "du", "black", "dwr", "water",
  "dwyieithog", "bilingual", "dwyrain", "east", "dydd", "day", "dyddiol", "daily",
  "dyffryn", "valley", "dyfrlliw", "watercolour", "dyled", "debt", "dyledion", "debt",
  "dynion", "mens", "dysgu", "learning", "dysgwyr", "learner", "eglwys", "church",
  "eiriolaeth", "advocacy", "eiriolwr", "advocate", "eistedd", "sitting", "elusen", "charity",
  "elusennol", "", "emyn", "hymn", "emynau", "hymn", "enfys", "rainbow", "esgyrn", "bone",
  "fenni", "abergavenny", "festri", "vestry", "ffair", "fair", "ffederasiwn", "federation",
  "fferm", "farm", "ffermio", "farming", "ffermwyr", "farmer", "ffermydd", "farm",
  "fferyllfa", "pharmacy", "ffilm", "film", "ffilmiau", "film", "ffitio", "fit",
  "ffitrwydd", "fitness", "fflint", "flint", "ffoadur", "refugee", "ffoaduriaid", "refugee",
  "ffon", "telephone", "ffonau", "phone", "ffonio", "phone", "ffordd", "road",
  "ffotograff", "photograph", "ffotograffiaeth", "photography", "ffotograffwyr", "photographer",
  "ffres", "fresh", "ffrind", "friend", "ffrindiau", "friend", "ffrwythau", "fruit",
  "ffurflenni", "form", "ffydd", "faith", "gaeaf", "winter", "galar", "bereavement", "galw", "drop",
  "galwad", "call", "galwadau", "call", "gamblo", "gambling", "gardd", "garden",
  "garddio", "gardening", "garddwyr", "gardener", "geidiaid", "guides", "gelli", "hay",
  "gem", "game", "gemau", "game", "gemwaith", "jewellery", "genethod", "girls", "geni", "birth",
  "gerddi", "garden", "gilydd", "together", "gitar", "guitar", "glan", "bank",
  "glanhau", "cleaning", "glas", "blue", "glynebwy", "ebbwvale", "gof", "smith", "gofal", "care",
  "gofalwr", "carer", "gofalwyr", "carer", "gofod", "space", "gogledd", "north", "golau", "light",
  "golwg", "sight", "gorbryder", "anxiety", "gorllewin", "west", "goroeswyr", "survivor",
  "gorsaf", "station", "grantiau", "grant", "gwaith", "work", "gwasanaeth", "service",
  "gwasanaethau", "service", "gwau", "knit", "gweddi", "prayer", "gweddio", "prayer",
  "gweddwon", "widow", "gwefan", "website", "gwehyddu", "weaving", "gweithdai", "workshop",
  "gweithdy", "workshop", "gweithgaredd", "activity", "gweithgareddau", "activity",
  "gweithwyr", "workmen", "gwella", "improve", "gwener", "friday", "gwenyn", "bee",
  "gwenynwyr", "beekeeper", "gwerin", "folk", "gwers", "lesson", "gwersi", "lesson",
  "gwersyll", "camp", "gwestai", "guest", "gweu", "knit", "gwibdaith", "outing",
  "gwibdeithiau", "outing", "gwirfoddol", "volunteer", "gwirfoddoli", "volunteering",
  "gwirfoddolwr", "volunteer", "gwirfoddolwyr", "volunteer", "gwisg", "uniform", "gwlad", "country",
  "gwlan", "wool", "gwledig", "rural", "gwnio", "sewing", "gwrando", "listening",
  "gwres", "heating", "gwybodaeth", "information", "gwyddbwyll", "chess", "gwyddoniaeth", "science",
  "gwydr", "glass", "gwyliau", "holiday", "gwylio", "watching", "gwyllt", "wild", "gwyn", "white",
  "gwyr", "mens", "gwyrdd", "green", "gymnasteg", "gymnastic", "gyrfa", "career",
  "gyrfaoedd", "career", "gyrru", "driving", "gyrrwr", "driver", "gyrwyr", "driver",
  "hadau", "seed", "haearn", "iron", "haf", "summer", "hamdden", "leisure", "hanes", "history",
  "hanesyddol", "history", "haul", "sun", "hawliau", "right", "heibio", "", "heini", "fit",
  "helpu", "help", "hen", "old", "henaint", "older", "hendygwyn", "whitland", "henoed", "older",
  "heol", "road", "hinsawdd", "climate", "hoci", "hockey", "hoyw", "gay", "hunan", "self",
  "hunangymorth", "selfhelp", "hunanladdiad", "suicide", "hurio", "hire", "hwb", "hub",
  "hwlffordd", "haverfordwest", "hwyl", "fun", "hwylio", "sailing", "hybu", "promote",
  "hyfforddi", "training", "hyfforddiant", "training", "hyfforddwr", "coach",
  "hygyrch", "accessible", "hyn", "older", "hynafol", "ancient", "hyrwyddo", "promote",
  "iach", "health", "iachus", "health", "iago", "james", "iaith", "language", "iau", "thursday",
  "iechyd", "health", "ieithoedd", "language", "ieuenctid", "youth", "ifanc", "young",
  "ioan", "john", "ioga", "yoga", "iselder", "depression", "jiwdo", "judo", "lhdt", "lgbt",
  "llafar", "talking", "llais", "voice", "llambed", "lampeter", "llanandras", "presteigne",
  "llanelwy", "asaph", "llanfairymmuallt", "builth", "llanymddyfri", "llandovery", "lle", "space",
  "lleiafrifoedd", "minority", "lleisiau", "voice", "llen", "literature", "lleng", "legion",
  "lleoedd", "space", "lleol", "local", "lles", "wellbeing", "llesiant", "wellbeing",
  "llinell", "line", "llinellau", "line", "lloches", "refuge", "llogi", "hire", "llun", "monday",
  "lluniadu", "drawing", "lluniaeth", "refreshment", "lluniau", "picture", "lluoedd", "force",
  "llwybr", "path", "llwybrau", "path", "llyfr", "book", "llyfrau", "book", "llyfrgell", "library",
  "llyfrgelloedd", "library", "llygredd", "pollution", "llyn", "lake", "llysiau", "vegetable",
  "mabwysiadu", "adoption", "maes", "field", "maesyfed", "radnor", "maethu", "fostering",
  "maldwyn", "montgomery", "mam", "mum", "mamau", "mum", "mamgu", "grandmother",
  "marchnad", "market", "marchogaeth", "riding", "mawr", "great", "mawrth", "tuesday",
  "meddwl", "mind", "meddyg", "doctor", "meddygfa", "surgery", "meddygol", "medical",
  "meddyliol", "mental", "meibion", "mens", "meirionnydd", "merioneth", "meithrinfa", "nursery",
  "melin", "mill", "menter", "enterprise", "mentrau", "enterprise", "menywod", "womens",
  "merch", "girls", "merched", "womens", "mercher", "wednesday", "merlod", "pony",
  "merlota", "trekking", "metel", "metal", "mewnfudwyr", "migrant", "mihangel", "michael",
  "milwyr", "soldier", "modur", "motor", "mon", "anglesey", "mor", "sea", "morgais", "mortgage",
  "morgannwg", "glamorgan", "mosg", "mosque", "mudiad", "organisation", "mwslimaidd", "muslim",
  "mwynhau", "enjoy", "myfyrdod", "meditation", "myfyrwyr", "student", "mynwy", "monmouth",
  "mynydd", "mountain", "nadolig", "christmas", "natur", "nature", "nedd", "neath",
  "neges", "message", "neiniau", "grandparent", "neuadd", "hall", "neuaddau", "hall",
  "newydd", "new", "newyddion", "news", "niwronau", "neurone", "nofel", "novel", "nofelau", "novel",
  "nofio", "swimming", "nofwyr", "swimmer", "nos", "evening", "noson", "evening",
  "nosweithiau", "evening", "nyrs", "nurse", "nyrsio", "nurse", "oed", "age", "oedolion", "adults",
  "oergell", "fridge", "oes", "age", "offeryn", "instrument", "offerynnau", "instrument",
  "ol", "after", "oriel", "gallery", "padlwyr", "paddler", "paentio", "painting",
  "pafiliwn", "pavilion", "paned", "cuppa", "pantomeim", "pantomime", "pantri", "pantry",
  "papur", "newspaper", "parc", "park", "parsel", "parcel", "parseli", "parcel",
  "partneriaeth", "partnership", "partneriaid", "partner", "pawl", "paul", "pedr", "peter",
  "peintio", "painting", "peintwyr", "painter", "peiriannau", "machine",
  "peirianneg", "engineering", "peiriant", "machine", "pel", "ball", "peldroed", "football",
  "pelfasged", "basketball", "pelrwyd", "netball", "penarlag", "hawarden", "pencampwr", "champion",
  "penfro", "pembroke", "pensiwn", "pension", "pensiynwyr", "pensioner", "pentref", "village",
  "pentrefi", "village", "pentrefol", "village", "penybont", "bridgend",
  "perfformiad", "performance", "perfformio", "perform", "perllan", "orchard",
  "planhigion", "plant", "plant", "children", "plentyn", "child", "plwyf", "parish",
  "pobi", "baking", "pobl", "people", "poen", "pain", "pont", "bridge", "popeth", "bopeth",
  "posau", "puzzle", "pren", "wood", "pres", "brass", "pridd", "soil", "prifysgol", "university",
  "priodas", "wedding", "profedigaeth", "bereavement", "prosiect", "project",
  "prosiectau", "project", "pryd", "meal", "prydau", "meal", "prydeinig", "british",
  "pryder", "anxiety", "prynhawn", "afternoon", "pwll", "pool", "pwyllgor", "committee",
  "pwytho", "stitch", "pysgod", "fish", "pysgota", "fishing", "pysgotwyr", "angler", "ras", "race",
  "rasio", "racing", "rhad", "free", "rhaeadr", "rhayader", "rhaglen", "programme",
  "rhandir", "allotment", "rhandiroedd", "allotment", "rhedeg", "running", "rhedwyr", "runner",
  "rheilffordd", "railway", "rhent", "rent", "rhiant", "parent", "rhieni", "parent",
  "rhuthun", "ruthin", "rhwydwaith", "network", "rhwyfo", "rowing", "rhymni", "rhymney",
  "rhyngrwyd", "internet", "rhyngwladol", "international", "rhywiol", "sexual", "rygbi", "rugby",
  "rysait", "recipe", "ryseitiau", "recipe", "sadwrn", "saturday", "saer", "carpenter",
  "saesneg", "english", "saethu", "shooting", "saethwyr", "archer", "saethyddiaeth", "archery",
  "sain", "sound", "samariaid", "samaritan", "sant", "saint", "santes", "saint",
  "sefydliad", "foundation", "seindorf", "band", "serameg", "ceramic", "seren", "star",
  "sesiwn", "session", "sesiynau", "session", "sgiliau", "skill", "sglerosis", "sclerosis",
  "sgowt", "scout", "sgowtiaid", "scout", "sgwad", "squad", "sgwrs", "chat", "sgwrsio", "chat",
  "sgyrsiau", "talk", "siarad", "chat", "siaradwr", "speaker", "siaradwyr", "speaker",
  "sied", "shed", "siedau", "shed", "sinema", "cinema", "sioe", "show", "siop", "shop",
  "siopa", "shopping", "sir", "county", "siwgr", "sugar", "smygu", "smoking", "snwcer", "snooker",
  "stafell", "room", "steffan", "stephen", "stiwdio", "studio", "stori", "story",
  "storiau", "story", "straeon", "story", "stroc", "stroke", "stryd", "saint", "sul", "sunday",
  "swper", "supper", "swydd", "job", "swyddfa", "office", "swyddfeydd", "office", "swyddi", "job",
  "symudol", "mobile", "synhwyraidd", "sensory", "syrffio", "surfing", "syrthio", "fall",
  "tabledi", "tablet", "tad", "dad", "tadau", "dad", "tai", "housing", "taith", "walk",
  "talacharn", "laugharne", "taleb", "voucher", "talebau", "voucher", "tanwydd", "fuel",
  "te", "tea", "technoleg", "technology", "teganau", "toy", "teithiau", "walk", "teithio", "travel",
  "teithwyr", "passenger", "telyn", "harp", "tenantiaid", "tenant", "tenis", "tennis",
  "teulu", "family", "teuluoedd", "family", "theatr", "theatre", "tim", "team", "timau", "team",
  "tlodi", "poverty", "tomos", "thomas", "tonnau", "wave", "traddodiadol", "traditional",
  "traeth", "beach", "trafnidiaeth", "transport", "trais", "violence", "trallwng", "welshpool",
  "tref", "town", "treffynnon", "holywell", "trefol", "town", "treforys", "morriston",
  "treftadaeth", "heritage", "trefyclo", "knighton", "trefynwy", "monmouth", "tren", "train",
  "triniaeth", "treatment", "tripiau", "trip", "tro", "walk", "trosedd", "crime",
  "trwsio", "repair", "trydan", "electric", "trydedd", "3", "trydydd", "3", "tudful", "tydfil",
  "ty", "house", "tyfu", "grow", "tyfwyr", "grow", "tylino", "massage", "undeb", "union",
  "unig", "lonely", "unigrwydd", "loneliness", "uwch", "advanced", "uwchradd", "secondary",
  "wrecsam", "wrexham", "wyddgrug", "mold", "wythnos", "week", "ymarfer", "exercise",
  "ymchwil", "research", "ymddeol", "retire", "ymddiriedolaeth", "trust", "ymddygiad", "behaviour",
  "ymlacio", "relaxation", "ymledol", "multiple", "ymweld", "visit", "ymweliad", "visit",
  "ymweliadau", "visit", "ymwelwyr", "visitor", "ynni", "energy", "ynys", "island",
  "ysbytai", "hospital", "ysbyty", "hospital", "ysgol", "school", "ysgolion", "school",
  "ysgrifennu", "writing", "ysgrifennydd", "secretary", "ysgrifenwyr", "writer",
  "ysgyfaint", "lung", "ysmygu", "smoking", "ystafell", "room", "ystafelloedd", "room",
};

static const char *const marks[] = {
  "adult", "adults", "advanced", "afternoon", "babies", "baby", "beavers", "beginner", "beginners",
  "boys", "brownies", "carer", "chair", "children", "cubs", "east", "entry", "evening", "explorers",
  "fri", "friday", "friend", "girls", "gloywi", "guides", "improvers", "infants", "intermediate",
  "junior", "juniors", "ladies", "little", "lower", "mens", "mini", "mon", "monday", "morning",
  "mynediad", "north", "online", "outreach", "over", "rainbows", "rangers", "sat", "saturday",
  "senior", "seniors", "south", "sun", "sunday", "sylfaen", "teens", "telephone", "thu", "thur",
  "thurs", "thursday", "toddler", "toddlers", "tue", "tues", "tuesday", "under", "upper", "wed",
  "wednesday", "west", "womens", "young", "youth",
  NULL,
};

/* Threes: two words, and both as one. "u3athird" and the like are on the way to three. */
static const char *const joined[] = {
  "stay", "play", "toddler", "parent", "toddler", "toddler", "food", "bank", "foodbank",
  "well", "being", "wellbeing", "life", "saving", "lifesaving", "life", "saver", "lifesaver",
  "play", "group", "playgroup", "day", "care", "daycare", "work", "shop", "workshop",
  "home", "start", "homestart", "foot", "care", "footcare", "foot", "ball", "football",
  "key", "hole", "keyhole", "tea", "time", "teatime", "lunch", "time", "lunchtime",
  "after", "school", "afterschool", "pre", "school", "preschool", "get", "together", "gettogether",
  "net", "work", "network", "out", "reach", "outreach", "clothe", "bank", "clothebank",
  "baby", "bank", "babybank", "tool", "bank", "toolbank", "time", "bank", "timebank",
  "book", "bug", "bookbug", "care", "home", "carehome", "hand", "craft", "handcraft",
  "needle", "craft", "needlecraft", "wood", "work", "woodwork", "wood", "land", "woodland",
  "green", "house", "greenhouse", "bee", "keeping", "beekeeping", "house", "bound", "housebound",
  "help", "line", "helpline", "news", "paper", "newspaper", "self", "help", "selfhelp",
  "dial", "ride", "dialride", "fund", "raising", "fundraising",
  "breast", "feeding", "breastfeeding", "shop", "mobility", "shopmobility", "tai", "chi", "taichi",
  "qi", "gong", "qigong", "make", "up", "makeup", "grass", "root", "grassroot",
  "sing", "along", "singalong", "hand", "bell", "handbell", "water", "colour", "watercolour",
  "foot", "path", "footpath", "cycle", "way", "cycleway", "bed", "time", "bedtime",
  "story", "time", "storytime", "wheel", "chair", "wheelchair", "base", "ball", "baseball",
  "basket", "ball", "basketball", "net", "ball", "netball", "volley", "ball", "volleyball",
  "pre", "natal", "prenatal", "ante", "natal", "antenatal", "post", "natal", "postnatal",
  "university", "3", "u3athird", "u3athird", "age", "u3a", "citizen", "advice", "cab",
  "cab", "bureau", "cab", "young", "farmer", "yfc", "womens", "institute", "wi",
  "institute", "womens", "wi", "royal", "voluntary", "royalvoluntary",
  "royalvoluntary", "service", "rvs", "british", "legion", "rbl", "royal", "rbl", "rbl",
  "town", "council", "towncouncil", "county", "council", "countycouncil",
  "community", "council", "communitycouncil",
  "multiple", "sclerosi", "ms", "sclerosi", "multiple", "ms", "alcoholic", "anonymou", "aa",
  "alcoholic", "anonymous", "aa", "narcotic", "anonymous", "na", "gambler", "anonymous", "ga",
  "advice", "bopeth", "cab", "book", "group", "bookgroup", "reading", "group", "bookgroup",
  "book", "club", "bookgroup", "reading", "club", "bookgroup", "club", "reading", "bookgroup",
  "club", "book", "bookgroup", "group", "reading", "bookgroup", "toenail", "cutting", "footcare",
  "nail", "cutting", "footcare", "silver", "band", "silverband", "band", "money", "silverband",
  "saint", "mary", "saintmary", "saint", "fair", "saintmary",
  "saint", "mair", "saintmary", "table", "tenni", "tabletennis", "tenni", "table", "tabletennis",
  "foundation", "womens", "wi", "section", "thursday", "juniors", "county", "gar", "carmarthenshire",
  "county", "carmarthen", "carmarthenshire", "county", "pembroke", "pembrokeshire",
  "county", "denbigh", "denbighshire", "county", "flint", "flintshire",
  "county", "monmouth", "monmouthshire", "county", "radnor", "radnorshire",
  "county", "brecknock", "brecknockshire", "county", "montgomery", "montgomeryshire",
  "county", "anglesey", "anglesey", "island", "anglesey", "anglesey",
  "ebbw", "vale", "ebbwvale", "mountain", "ash", "mountainash",
};

/* Stems. */
static const char *const forms[] = {
  "activity", "area", "associat", "branch", "centr", "circl", "class", "club", "committe",
  "community", "cours", "cymru", "district", "drop", "event", "federat", "fellowship", "forum",
  "foundat", "gather", "group", "initiativ", "institut", "leagu", "local", "meet", "network",
  "organisat", "partnership", "party", "programm", "project", "regular", "schem", "section",
  "servic", "session", "society", "squad", "team", "trust", "union", "unit", "weekly",
  NULL,
};

/* Stems: what stands there, and those who meet. */
static const char *const houses[] = {
  "bureau", "chapel", "church", "hall", "hous", "library", "mosqu", "museum", "park", "pavilion", "school", "theatr",
  NULL,
};

/* Stems: what goes on in a house. */
static const char *const activities[] = {
  "advic", "afterschool", "art", "bake", "ballet", "bingo", "book", "bookgroup", "bowl", "breakfast",
  "cab", "cafe", "car", "chess", "clinic", "coffee", "comput", "cook", "counsell", "craft", "creche",
  "cric", "danc", "drama", "exercis", "film", "food", "foodbank", "football", "footcar", "friendship",
  "game", "garden", "gym", "gymnastic", "hir", "karat", "knit", "lesson", "lunch", "massag", "meal",
  "morn", "morning", "music", "nursery", "paint", "pantry", "pilat", "play", "playgroup", "quiz",
  "quilt", "read", "rehears", "repair", "rhym", "sew", "sing", "story", "storytim", "swim",
  "taichi", "tea", "theatr", "tiafi", "toddler", "transport", "ukulel", "volunt", "walk", "warm",
  "whist", "yoga", "youth", "zumba",
  NULL,
};

/* Stems that are a town somewhere, and a word everywhere. */
static const char *const no_towns[] = {
  "adar", "andrea", "ash", "bath", "battl", "beer", "bow", "bridg", "bryn", "capel", "chapel",
  "church", "cross", "cwm", "deal", "ey", "eye", "forest", "ford", "green", "hall", "heal", "hill",
  "hop", "hope", "hous", "inc", "march", "mountain", "over", "read", "road", "rock", "rugby", "rye",
  "sal", "sale", "sandy", "send", "settl", "ston", "stone", "street", "val", "valley", "wale",
  "war", "ware", "water", "well", "wood",
  NULL,
};

static const char *const gatherings[] = {
  "associat", "band", "choir", "club", "group", "guild", "society", "team", "troop",
  NULL,
};

static const char *const shared_hosts[] = {
  "aol.com", "bit.ly", "btconnect.com", "btinternet.com", "chat.whatsapp.com", "docs.google.com",
  "e-voice.org.uk", "eventbrite.co.uk", "eventbrite.com", "facebook.com", "fb.com", "fb.me",
  "forms.gle", "gmail.com", "google.com", "googlemail.com", "gov.uk", "gov.wales", "hotmail.co.uk",
  "hotmail.com", "icloud.com", "instagram.com", "just-eat.co.uk", "justgiving.com", "linkedin.com",
  "linktr.ee", "linktree.com", "live.co.uk", "live.com", "m.facebook.com", "me.com", "meetup.com",
  "nhs.net", "nhs.uk", "ntlworld.com", "outlook.com", "sites.google.com", "sky.com",
  "talktalk.net", "tiktok.com", "tiscali.co.uk", "twitter.com", "us02web.zoom.us",
  "virginmedia.com", "weebly.com", "whatsapp.com", "wixsite.com", "wordpress.com", "x.com",
  "yahoo.co.uk", "yahoo.com", "youtube.com", "zoom.us",
  NULL,
};
/* clang-format on */

/* Made once, of static strings; lives as long as the program. */
static GHashTable *
make_table (const char *const *pairs, gsize n)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < n; i += 2)
    g_hash_table_insert (table, (gpointer) pairs[i], (gpointer) pairs[i + 1]);
  return table;
}

static GHashTable *
get_written_out (void)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize) make_table (written_out, G_N_ELEMENTS (written_out)));
  return (GHashTable *) table;
}

static GHashTable *
get_english (void)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize) make_table (english, G_N_ELEMENTS (english)));
  return (GHashTable *) table;
}

const char *
dolen_alike_meant (const char *word)
{
  const char *meant = g_hash_table_lookup (get_written_out (), word);
  DolenRadical radicals[DOLEN_WELSH_MAX_RADICALS];
  gsize length = strlen (word);
  guint n;

  if (meant == NULL)
    meant = g_hash_table_lookup (get_english (), word);
  n = meant == NULL ? dolen_welsh_radicals (word, length, radicals) : 0;
  for (guint i = 0; i < n && meant == NULL; i++) {
    char radical[64];

    if (length + 2 < sizeof (radical)) {
      g_snprintf (radical, sizeof (radical), "%s%s", radicals[i].prefix, word + radicals[i].skip);
      meant = g_hash_table_lookup (get_english (), radical);
    }
  }
  return meant;
}

const char *
dolen_alike_joined (const char *first, const char *second)
{
  for (gsize i = 0; i < G_N_ELEMENTS (joined); i += 3)
    if (g_str_equal (joined[i], first) && g_str_equal (joined[i + 1], second))
      return joined[i + 2];
  return NULL;
}

gboolean
dolen_alike_word_marks (const char *word)
{
  return g_ascii_isdigit (word[0]) || (word[0] != '\0' && word[1] == '\0')
         || g_strv_contains (marks, word);
}

gboolean
dolen_alike_word_is_form (const char *word)
{
  return g_strv_contains (forms, word);
}

gboolean
dolen_alike_word_is_house (const char *word)
{
  return g_strv_contains (houses, word);
}

gboolean
dolen_alike_word_is_activity (const char *word)
{
  return g_strv_contains (activities, word);
}

gboolean
dolen_alike_word_is_no_town (const char *word)
{
  return g_strv_contains (no_towns, word) || dolen_alike_word_is_form (word)
         || dolen_alike_word_is_house (word);
}

gboolean
dolen_alike_word_gathers (const char *word)
{
  return g_strv_contains (gatherings, word);
}

gboolean
dolen_alike_host_is_shared (const char *host)
{
  return g_strv_contains (shared_hosts, host);
}
