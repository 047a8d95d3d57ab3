// Made by scripts/generate-cldr from plurals.xml and ordinals.xml, CLDR 41.
// Data © Unicode, Inc., licence Unicode-DFS-2016. Do not edit.
// swift-format-ignore-file

/// A line of languages, then one `category: condition` a line.
enum PluralRuleText {
    static let rules = """
        cardinal bm bo dz hnj id ig ii in ja jbo jv jw kde kea km ko lkt lo ms my nqo osa root sah ses sg su th to tpi vi wo yo yue zh
        other:
        cardinal am as bn doi fa gu hi kn pcm zu
        one: i = 0 or n = 1
        other:
        cardinal ff hy kab
        one: i = 0,1
        other:
        cardinal ast ca de en et fi fy gl ia io ji lij nl sc scn sv sw ur yi
        one: i = 1 and v = 0
        other:
        cardinal si
        one: n = 0,1 or i = 0 and f = 1
        other:
        cardinal ak bho guw ln mg nso pa ti wa
        one: n = 0..1
        other:
        cardinal tzm
        one: n = 0..1 or n = 11..99
        other:
        cardinal af an asa az bal bem bez bg brx ce cgg chr ckb dv ee el eo eu fo fur gsw ha haw hu jgo jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg mas mgo ml mn mr nah nb nd ne nn nnh no nr ny nyn om or os pap ps rm rof rwk saq sd sdh seh sn so sq ss ssy st syr ta te teo tig tk tn tr ts ug uz ve vo vun wae xh xog
        one: n = 1
        other:
        cardinal da
        one: n = 1 or t != 0 and i = 0,1
        other:
        cardinal is
        one: t = 0 and i % 10 = 1 and i % 100 != 11 or t != 0
        other:
        cardinal mk
        one: v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11
        other:
        cardinal ceb fil tl
        one: v = 0 and i = 1,2,3 or v = 0 and i % 10 != 4,6,9 or v != 0 and f % 10 != 4,6,9
        other:
        cardinal lv prg
        zero: n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19
        one: n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1
        other:
        cardinal lag
        zero: n = 0
        one: i = 0,1 and n != 0
        other:
        cardinal ksh
        zero: n = 0
        one: n = 1
        other:
        cardinal iu naq sat se sma smi smj smn sms
        one: n = 1
        two: n = 2
        other:
        cardinal shi
        one: i = 0 or n = 1
        few: n = 2..10
        other:
        cardinal mo ro
        one: i = 1 and v = 0
        few: v != 0 or n = 0 or n % 100 = 2..19
        other:
        cardinal bs hr sh sr
        one: v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11
        few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or f % 10 = 2..4 and f % 100 != 12..14
        other:
        cardinal fr
        one: i = 0,1
        many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5
        other:
        cardinal pt
        one: i = 0..1
        many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5
        other:
        cardinal it pt-PT
        one: i = 1 and v = 0
        many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5
        other:
        cardinal es
        one: n = 1
        many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5
        other:
        cardinal gd
        one: n = 1,11
        two: n = 2,12
        few: n = 3..10,13..19
        other:
        cardinal sl
        one: v = 0 and i % 100 = 1
        two: v = 0 and i % 100 = 2
        few: v = 0 and i % 100 = 3..4 or v != 0
        other:
        cardinal dsb hsb
        one: v = 0 and i % 100 = 1 or f % 100 = 1
        two: v = 0 and i % 100 = 2 or f % 100 = 2
        few: v = 0 and i % 100 = 3..4 or f % 100 = 3..4
        other:
        cardinal he iw
        one: i = 1 and v = 0
        two: i = 2 and v = 0
        many: v = 0 and n != 0..10 and n % 10 = 0
        other:
        cardinal cs sk
        one: i = 1 and v = 0
        few: i = 2..4 and v = 0
        many: v != 0
        other:
        cardinal pl
        one: i = 1 and v = 0
        few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14
        many: v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14
        other:
        cardinal be
        one: n % 10 = 1 and n % 100 != 11
        few: n % 10 = 2..4 and n % 100 != 12..14
        many: n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14
        other:
        cardinal lt
        one: n % 10 = 1 and n % 100 != 11..19
        few: n % 10 = 2..9 and n % 100 != 11..19
        many: f != 0
        other:
        cardinal mt
        one: n = 1
        few: n = 0 or n % 100 = 2..10
        many: n % 100 = 11..19
        other:
        cardinal ru uk
        one: v = 0 and i % 10 = 1 and i % 100 != 11
        few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14
        many: v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14
        other:
        cardinal br
        one: n % 10 = 1 and n % 100 != 11,71,91
        two: n % 10 = 2 and n % 100 != 12,72,92
        few: n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99
        many: n != 0 and n % 1000000 = 0
        other:
        cardinal ga
        one: n = 1
        two: n = 2
        few: n = 3..6
        many: n = 7..10
        other:
        cardinal gv
        one: v = 0 and i % 10 = 1
        two: v = 0 and i % 10 = 2
        few: v = 0 and i % 100 = 0,20,40,60,80
        many: v != 0
        other:
        cardinal kw
        zero: n = 0
        one: n = 1
        two: n % 100 = 2,22,42,62,82 or n % 1000 = 0 and n % 100000 = 1000..20000,40000,60000,80000 or n != 0 and n % 1000000 = 100000
        few: n % 100 = 3,23,43,63,83
        many: n != 1 and n % 100 = 1,21,41,61,81
        other:
        cardinal ar ars
        zero: n = 0
        one: n = 1
        two: n = 2
        few: n % 100 = 3..10
        many: n % 100 = 11..99
        other:
        cardinal cy
        zero: n = 0
        one: n = 1
        two: n = 2
        few: n = 3
        many: n = 6
        other:
        ordinal af am an ar bg bs ce cs da de dsb el es et eu fa fi fy gl gsw he hr hsb ia id in is iw ja km kn ko ky lt lv ml mn my nb nl no pa pl prg ps pt root ru sd sh si sk sl sr sw ta te th tpi tr ur uz yue zh zu
        other:
        ordinal sv
        one: n % 10 = 1,2 and n % 100 != 11,12
        other:
        ordinal bal fil fr ga hy lo mo ms ro tl vi
        one: n = 1
        other:
        ordinal hu
        one: n = 1,5
        other:
        ordinal ne
        one: n = 1..4
        other:
        ordinal be
        few: n % 10 = 2,3 and n % 100 != 12,13
        other:
        ordinal uk
        few: n % 10 = 3 and n % 100 != 13
        other:
        ordinal tk
        few: n % 10 = 6,9 or n = 10
        other:
        ordinal kk
        many: n % 10 = 6 or n % 10 = 9 or n % 10 = 0 and n != 0
        other:
        ordinal it sc scn
        many: n = 11,8,80,800
        other:
        ordinal lij
        many: n = 11,8,80..89,800..899
        other:
        ordinal ka
        one: i = 1
        many: i = 0 or i % 100 = 2..20,40,60,80
        other:
        ordinal sq
        one: n = 1
        many: n % 10 = 4 and n % 100 != 14
        other:
        ordinal kw
        one: n = 1..4 or n % 100 = 1..4,21..24,41..44,61..64,81..84
        many: n = 5 or n % 100 = 5
        other:
        ordinal en
        one: n % 10 = 1 and n % 100 != 11
        two: n % 10 = 2 and n % 100 != 12
        few: n % 10 = 3 and n % 100 != 13
        other:
        ordinal mr
        one: n = 1
        two: n = 2,3
        few: n = 4
        other:
        ordinal gd
        one: n = 1,11
        two: n = 2,12
        few: n = 3,13
        other:
        ordinal ca
        one: n = 1,3
        two: n = 2
        few: n = 4
        other:
        ordinal mk
        one: i % 10 = 1 and i % 100 != 11
        two: i % 10 = 2 and i % 100 != 12
        many: i % 10 = 7,8 and i % 100 != 17,18
        other:
        ordinal az
        one: i % 10 = 1,2,5,7,8 or i % 100 = 20,50,70,80
        few: i % 10 = 3,4 or i % 1000 = 100,200,300,400,500,600,700,800,900
        many: i = 0 or i % 10 = 6 or i % 100 = 40,60,90
        other:
        ordinal gu hi
        one: n = 1
        two: n = 2,3
        few: n = 4
        many: n = 6
        other:
        ordinal as bn
        one: n = 1,5,7,8,9,10
        two: n = 2,3
        few: n = 4
        many: n = 6
        other:
        ordinal or
        one: n = 1,5,7..9
        two: n = 2,3
        few: n = 4
        many: n = 6
        other:
        ordinal cy
        zero: n = 0,7,8,9
        one: n = 1
        two: n = 2
        few: n = 3,4
        many: n = 5,6
        other:
        """
}
