/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-plurals.h"

#include "language/dolen-welsh.h"

/* Singular and plural in turn, by the alphabet. A noun with two plurals stands twice. */
static const char nouns[]
    = "Cymro Cymry Sais Saeson actor actorion aderyn adar aelod aelodau aelwyd aelwydydd "
      "afal afalau afiechyd afiechydon afon afonydd amgueddfa amgueddfeydd anabledd anableddau "
      "angen anghenion anifail anifeiliaid apwyntiad apwyntiadau ardal ardaloedd "
      "arddangosfa arddangosfeydd artist artistiaid asgwrn esgyrn athro athrawon awdur awduron "
      "awr oriau baban babanod babi babis banc banciau band bandiau bara baraoedd bardd beirdd "
      "bedd beddau beic beiciau bil biliau blodyn blodau blwyddyn blynyddoedd bore boreau "
      "brawd brodyr breuddwyd breuddwydion bryn bryniau buwch buchod bwrdd byrddau bws bysiau "
      "bwthyn bythynnod cacen cacennau cadair cadeiriau cadeirydd cadeiryddion cae caeau "
      "caffi caffis calon calonnau campfa campfeydd canolfan canolfannau canwr canwyr "
      "capel capeli car ceir carfan carfanau cartref cartrefi castell cestyll cath cathod "
      "ceffyl ceffylau cegin ceginau cerdd cerddi cerddwr cerddwyr chwaer chwiorydd "
      "chwarae chwaraeon chwaraewr chwaraewyr chwarel chwareli ci cŵn cinio ciniawau "
      "claf cleifion clinig clinigau clust clustiau clwb clybiau coeden coed "
      "coedwig coedwigoedd cofeb cofebion coleg colegau colled colledion crefft crefftau "
      "cwch cychod cwilt cwiltiau cwmni cwmnïau cwrs cyrsiau cwsmer cwsmeriaid "
      "cyfaill cyfeillion cyfarfod cyfarfodydd cyffur cyffuriau cyfrifiadur cyfrifiaduron "
      "cylch cylchoedd cylchgrawn cylchgronau cymal cymalau cymdeithas cymdeithasau "
      "cymuned cymunedau cymydog cymdogion cyngerdd cyngherddau cynghorydd cynghorwyr "
      "cyngor cynghorau cynllun cynlluniau cystadleuaeth cystadlaethau cân caneuon côr corau "
      "dafad defaid dant dannedd dawns dawnsiau deilen dail digwyddiad digwyddiadau "
      "dilledyn dillad dinas dinasoedd disgybl disgyblion diwrnod diwrnodau "
      "dosbarth dosbarthiadau drama dramâu drws drysau dydd dyddiau dyled dyledion dyn dynion "
      "dysgwr dysgwyr eglwys eglwysi eisteddfod eisteddfodau elusen elusennau "
      "emosiwn emosiynau emyn emynau esgid esgidiau ewythr ewythrod festri festrïoedd "
      "ffair ffeiriau ffatri ffatrïoedd ffenestr ffenestri fferm ffermydd ffermwr ffermwyr "
      "fferyllfa fferyllfeydd ffidil ffidlau ffilm ffilmiau fflat fflatiau ffoadur ffoaduriaid "
      "ffordd ffyrdd ffrind ffrindiau ffrwyth ffrwythau ffurflen ffurflenni ffôn ffonau "
      "gafr geifr gair geiriau gardd gerddi garddwr garddwyr gitâr gitarau gofalwr gofalwyr "
      "gorsaf gorsafoedd grant grantiau gris grisiau grŵp grwpiau gwaith gweithiau "
      "gwasanaeth gwasanaethau gwefan gwefannau gweithdy gweithdai gweithgaredd gweithgareddau "
      "gweithiwr gweithwyr gwely gwelyau gwenynen gwenyn gwers gwersi "
      "gwirfoddolwr gwirfoddolwyr gwisg gwisgoedd gwn gynnau gwraig gwragedd gyrrwr gyrwyr "
      "gêm gemau gŵr gwŷr gŵyl gwyliau hawl hawliau hedyn hadau heol heolydd hewl hewlydd "
      "hosbis hosbisau hostel hosteli iaith ieithoedd iâr ieir llais lleisiau llaw dwylo "
      "lle llefydd lle lleoedd llenor llenorion lloches llochesau llong llongau llun lluniau "
      "llwybr llwybrau llyfr llyfrau llyfrgell llyfrgelloedd llygad llygaid llyn llynnoedd "
      "llysieuyn llysiau llythyr llythyrau mab meibion maes meysydd mam mamau man mannau "
      "marchnad marchnadoedd meddyg meddygon meddygfa meddygfeydd meithrinfa meithrinfeydd "
      "menyw menywod merch merched merlyn merlod milwr milwyr mis misoedd mochyn moch "
      "modryb modrybedd mudiad mudiadau munud munudau myfyriwr myfyrwyr mynydd mynyddoedd "
      "môr moroedd nain neiniau neges negeseuon neuadd neuaddau noson nosweithiau nyrs nyrsys "
      "oedolyn oedolion oen ŵyn offeryn offerynnau ofn ofnau olwyn olwynion oriel orielau "
      "paned paneidiau papur papurau parc parciau pencampwriaeth pencampwriaethau "
      "pensiwn pensiynau pensiynwr pensiynwyr pentref pentrefi perllan perllannau "
      "person personau plentyn plant plwyfolyn plwyfolion pont pontydd porth pyrth "
      "prifysgol prifysgolion problem problemau profedigaeth profedigaethau "
      "prosiect prosiectau pryd prydau prynhawn prynhawniau pwll pyllau pwyllgor pwyllgorau "
      "pysgodyn pysgod pysgotwr pysgotwyr pêl peli ras rasys rhaglen rhaglenni "
      "rhandir rhandiroedd rhedwr rhedwyr rhiant rhieni rhosyn rhosod saeth saethau "
      "safle safleoedd salwch salychau sefydliad sefydliadau sesiwn sesiynau sgwrs sgyrsiau "
      "sgìl sgiliau siaradwr siaradwyr sied siediau sigarét sigaréts sinema sinemâu "
      "sioe sioeau siop siopau sir siroedd stori straeon stryd strydoedd stôl stolion "
      "swydd swyddi swyddfa swyddfeydd swyddog swyddogion tabled tabledi tad tadau "
      "tafarn tafarnau taid teidiau taith teithiau teclyn teclynnau telyn telynau "
      "tenant tenantiaid teulu teuluoedd theatr theatrau tiwtor tiwtoriaid toiled toiledau "
      "traeth traethau tref trefi trip tripiau tro troeon troed traed trên trenau tîm timau "
      "tŷ tai undeb undebau uned unedau wythnos wythnosau ymweliad ymweliadau ynys ynysoedd "
      "ysbyty ysbytai ysgol ysgolion ystafell ystafelloedd";

static void
add (GHashTable *others, const char *word, const char *other)
{
  GPtrArray *list = g_hash_table_lookup (others, word);

  if (list == NULL) {
    list = g_ptr_array_new ();
    g_hash_table_insert (others, (gpointer) word, list);
  } else {
    g_ptr_array_set_size (list, (int) list->len - 1); /* the end, which is written again */
  }
  g_ptr_array_add (list, (gpointer) other);
  g_ptr_array_add (list, NULL);
}

/* Read once and kept to the end of the program. */
static GHashTable *
table (guint *n)
{
  static GHashTable *others = NULL;
  static GStringChunk *strings = NULL; /* of both */
  static guint n_nouns = 0;
  static gsize once = 0;

  if (g_once_init_enter (&once)) {
    g_auto (GStrv) words = g_strsplit (nouns, " ", -1);

    others = g_hash_table_new (g_str_hash, g_str_equal);
    strings = g_string_chunk_new (4096);
    for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i += 2, n_nouns++) {
      g_autofree char *singular = dolen_welsh_fold (words[i]);
      g_autofree char *plural = dolen_welsh_fold (words[i + 1]);

      const char *one = g_string_chunk_insert_const (strings, singular);
      const char *many = g_string_chunk_insert_const (strings, plural);

      add (others, one, many);
      add (others, many, one);
    }
    g_once_init_leave (&once, 1);
  }
  *n = n_nouns;
  return others;
}

const char *const *
dolen_plurals_others (const char *word)
{
  const GPtrArray *list;
  guint n = 0;

  g_return_val_if_fail (word != NULL, NULL);
  list = g_hash_table_lookup (table (&n), word);
  return list != NULL ? (const char *const *) list->pdata : NULL;
}

guint
dolen_plurals_count (void)
{
  guint n = 0;

  table (&n);
  return n;
}
