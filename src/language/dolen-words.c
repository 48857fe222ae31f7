/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-words.h"

#define ENGLISH_FUNCTION_WORDS                                                                     \
  "the and of for with you your our is are was were be been by from in on to as it its this that " \
  "these those they their them who which what when where how can will would could should have "    \
  "has had not but if or about into more any also through than then there here we us she his "     \
  "him do does may such each every some other only all very just so "

#define ENGLISH_COMMON_WORDS                                                                       \
  "activities activity adult adults advice age aged anxiety area art arts association autism "     \
  "bank befriending benefits bereavement book books bowls boys building buildings cancer care "    \
  "carer carers centre center chair charity chat child children choir church city class classes "  \
  "club clubs "                                                                                    \
  "coffee college come community computer contact cooking council counselling course courses "     \
  "craft crafts cricket crisis dance dancing day days debt deaf disability disabled drop "         \
  "employment environment evening events exercise families family farm farmers fit fitness food "  \
  "football "                                                                                      \
  "free friday friendly friends friendship fun garden gardening girls good great green group "     \
  "groups gym hall health healthy help heritage history home hospital house housing indoor "       \
  "information interest join kids kitchen ladies language learn learning league leisure library "  \
  "live living local loneliness lunch make making market meet meeting meetings members men "       \
  "mental mind monday money month monthly morning mother mum mums museum music national natural "  \
  "nature new night north nursery offer offers office old older open organisation outdoor over "   \
  "painting parent parents park partnership pension people peer photography physical place play "  \
  "please poetry pottery project provide provides rambling range reading recovery residents "      \
  "room running rural safe saturday school service services sessions sewing shed shop sing "       \
  "singing skills social society south sport sports stroke sunday support swimming talk tea "      \
  "team term theatre therapy thursday time toddler toddlers town training transport trust "        \
  "tuesday under village visit volunteer volunteering volunteers walk walking walks want "         \
  "wednesday week weekly welcome welfare well wellbeing west with women women's work working "     \
  "writing year years yoga you young youth "

#define WELSH_FUNCTION_WORDS                                                                       \
  "ac ag ar beth bod bydd byddai byddwn chi ddim dan dros drwy ei eich ein er eu fe fi fy gan "    \
  "gyda hefyd heb hon hwn hyd hyn ia iawn maen mae mai mewn mi mor na nac nad neu nhw ni nid "     \
  "oedd oes os pob rhwng roedd sydd sy tan ti trwy un wedi wrth y yma yn yna yr ydy yw ym yng "

#define WELSH_COMMON_WORDS                                                                         \
  "achos achub aelod aelodau aelwyd agor agored amgylchedd amser anabledd anableddau ardal arian " \
  "bach banc blwyddyn blynyddoedd bore bro budd bwyd bywyd cais camu canolfan canu capel cartref " \
  "cefn cefnogaeth cefnogi celf celfyddydau cenedlaethol cerdd cerdded cerddoriaeth chwarae "      \
  "chwaraeon cinio cludiant clwb clybiau coed coffi coginio cor corau corff crefft crefftau "      \
  "croeso cwmni cwrs cwrdd cyfarfod cyfeillgar cyfeillgarwch cyfeillion cyfle cyfleoedd cyflog "   \
  "cyflogaeth cyfrifiadur cyhoeddus cylch cymdeithas cymdeithasau cymdeithasol cymdogion cymorth " \
  "cymraeg cymuned cymunedau cymunedol cynghori cyngor cynllun cynnal cynnig cyrsiau cysylltu "    \
  "darllen dawns dawnsio dewch dibyniaeth difyr digartref digidol digwyddiad digwyddiadau diogel " \
  "dosbarth dosbarthiadau dydd dyddiau dyled dynion dysgu dysgwyr edafedd eglwys elusen ffermwyr " \
  "ffilm ffordd ffrindiau galar gallu gardd garddio gerddi gofal gofalwyr gorllewin grwp grwpiau " \
  "gwaith gwasanaeth gwasanaethau gwau gweithgaredd gweithgareddau gwener gwirfoddol "             \
  "gwirfoddoli gwirfoddolwr gwirfoddolwyr gwledig gwnio gwraig gwragedd gwybodaeth haf hamdden "   \
  "hanes hawl hawliau henoed hwb hwyl hygyrch hyfforddiant iach iaith iau iechyd ieuenctid ifanc " \
  "lle llefydd lleol lles llesiant lleoliad llyfr llyfrau llyfrgell mamau mawr mawrth mercher "    \
  "meddwl meddyliol meibion meithrin menter mentro menywod merched mis mudiad natur neuadd "       \
  "newydd "                                                                                        \
  "nofio nos oed oedolion papur paned partneriaeth pel pensiynwyr pentref plant plwyf pobl "       \
  "prosiect prynhawn rhad rhaglen rhieni rhwydwaith sadwrn saesneg sefydliad sgiliau sgwrs "       \
  "siarad "                                                                                        \
  "sied sir straeon stori sul swyddfa tai te teulu teuluoedd theatr trafnidiaeth tref ty urdd "    \
  "uned unigrwydd wythnos wythnosol ymarfer ymddiriedolaeth ymlacio ymuno ymwelwyr ysbyty ysgol "  \
  "ysgrifennu ystafell "

static const char *const lists[DOLEN_N_WORD_LISTS] = {
  [DOLEN_WORDS_ENGLISH] = ENGLISH_FUNCTION_WORDS ENGLISH_COMMON_WORDS,
  [DOLEN_WORDS_WELSH] = WELSH_FUNCTION_WORDS WELSH_COMMON_WORDS,
  [DOLEN_WORDS_FUNCTION]
  = ENGLISH_FUNCTION_WORDS WELSH_FUNCTION_WORDS "a an am at i o r n w s u m ch th",
};

static GHashTable *
make_set (const char *list)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (list, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_hash_table_add (set, g_strdup (words[i]));
  return set;
}

gboolean
dolen_words_have (DolenWordList list, const char *word)
{
  static GHashTable *sets[DOLEN_N_WORD_LISTS];
  static gsize made = 0;

  g_return_val_if_fail (list < DOLEN_N_WORD_LISTS && word != NULL, FALSE);
  if (g_once_init_enter (&made)) {
    for (guint i = 0; i < DOLEN_N_WORD_LISTS; i++)
      sets[i] = make_set (lists[i]);
    g_once_init_leave (&made, 1);
  }
  return g_hash_table_contains (sets[list], word);
}
