// Made by scripts/generate-cldr from supplementalData.xml, likelySubtags.xml and scriptMetadata.txt, CLDR 41.
// Data © Unicode, Inc., licence Unicode-DFS-2016. Do not edit.
// swift-format-ignore-file

/// What a tag implies beyond its own subtags.
enum LocaleRelationText {
    static let parents = """
        az-Cyrl-RU az-RU
        en-001 en-150 en-AG en-AI en-AU en-BB en-BM en-BS en-BW en-BZ en-CC en-CK en-CM en-CX en-CY en-DG en-DM en-ER en-FJ en-FK en-FM en-GB en-GD en-GG en-GH en-GI en-GM en-GY en-HK en-IE en-IL en-IM en-IN en-IO en-JE en-JM en-KE en-KI en-KN en-KY en-LC en-LR en-LS en-MG en-MO en-MS en-MT en-MU en-MV en-MW en-MY en-NA en-NF en-NG en-NR en-NU en-NZ en-PG en-PK en-PN en-PW en-RW en-SB en-SC en-SD en-SG en-SH en-SL en-SS en-SX en-SZ en-TC en-TK en-TO en-TT en-TV en-TZ en-UG en-VC en-VG en-VU en-WS en-ZA en-ZM en-ZW
        en-150 en-AT en-BE en-CH en-DE en-DK en-FI en-NL en-SE en-SI
        en-IN hi-Latn
        es-419 es-AR es-BO es-BR es-BZ es-CL es-CO es-CR es-CU es-DO es-EC es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-PY es-SV es-US es-UY es-VE
        no nb nn
        pa-Arab-PK pa-PK
        pt-PT pt-AO pt-CH pt-CV pt-FR pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-ST pt-TL
        sr-Latn-ME sr-ME
        sr-Latn-RO sr-RO
        sr-Latn-RU sr-RU
        sr-Latn-TR sr-TR
        uz-Arab-AF uz-AF
        uz-Cyrl-CN uz-CN
        zh-Hant-AU zh-AU
        zh-Hant-BN zh-BN
        zh-Hant-GB zh-GB
        zh-Hant-GF zh-GF
        zh-Hant-HK zh-HK zh-Hant-MO
        zh-Hant-ID zh-ID
        zh-Hant-MO zh-MO
        zh-Hant-PA zh-PA
        zh-Hant-PF zh-PF
        zh-Hant-PH zh-PH
        zh-Hant-SR zh-SR
        zh-Hant-TH zh-TH
        zh-Hant-TW zh-TW
        zh-Hant-US zh-US
        zh-Hant-VN zh-VN
        """

    static let rightToLeftScripts = """
        Adlm Arab Armi Avst Chrs Cprt Elym Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi
        """

    static let rightToLeftLanguages = """
        ae aeb apc apd ar arc arq ars ary arz avl az-IQ az-IR bal bej bft bgn bqi brh cja ckb dcc dgl dv fa fia fub gbz gjk gju glk grc gwc gwt ha-CM ha-SD haz he hnd hno iw ji kby khw kk-AF kk-CN kk-IR kk-MN ks ku-LB kvx kxp ky-CN kzh lad lah lki lrc luz man-GN mde mfa mki ms-CC mvy myz mzn nqo oru ota otk oui pa-PK pal phl phn pra prd ps rhg rmt scl sd !sd-IN sdh shu skr smp sog swb syr tg-PK trw ug !ug-KZ !ug-MN ur uz-AF wni xco xld xmn xmr xna xpr xsa yi zdj
        """
}
