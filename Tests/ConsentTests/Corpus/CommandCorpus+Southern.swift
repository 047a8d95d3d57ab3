extension CommandCorpus {
    /// Turkish, Arabic, Hebrew and Hindi.
    static let southern = #"""
        [tr]
        + Mesaj atmayın
        + lütfen mesaj göndermeyin
        + Artık mesaj atmayın bana
        + Bana mesaj atmayın lütfen
        + mesaj almak istemiyorum
        + SMS almak istemiyorum artık
        + Üyeliğimi iptal edin
        + abonelikten çıkmak istiyorum
        + aboneliği iptal et
        + Listeden çıkmak istiyorum
        + beni listenizden çıkarın
        + numaramı silin lütfen
        + numaramı listenizden silin
        + reklam istemiyorum
        + reklam mesajı istemiyorum
        + RET
        + RED
        + İptal
        + iptal edin
        + Durdurun
        + mesajları durdur
        + Onayımı geri çekiyorum
        + stop lütfen
        + bir daha yazmayın bana
        ~ iptla
        ~ ipptal
        ~ istemiyorum
        ~ rahat bırakın beni
        ~ ilgilenmiyorum teşekkürler
        ~ nasıl çıkabilirim listeden?
        ~ yeter artık ya
        ~ yanlış numara
        ~ tamam iptal
        + dur artık
        + stopp
        - mesajları durdurmayın
        - iptal etmeyin lütfen
        - durma
        - son durakta iniyorum
        - durak nerede?
        - otobüs durağı
        - son gün ne zaman?
        - en son ne dediniz
        - haftanın sonu
        - ayın sonunda
        - randevu iptal
        - randevumu iptal edin lütfen
        - siparişi iptal edebilir miyim?
        - uçuş iptal oldu
        - kırmızı
        - ret cevabı geldi mi?
        - çıkıyorum şimdi
        - evden çıktım
        - saat kaçta kapatıyorsunuz?
        - kapı kapalı
        - sil baştan
        - yeterli mi?
        - iki tane yeter
        - bu kadar yeter
        - hayır
        - hayır teşekkürler
        - evet lütfen
        - tamam
        - teşekkürler
        - salı 16:00
        - ilacı bırakmalı mıyım?
        - öksürük durmuyor
        - ağrı durmadı
        - dur bir dakika
        - duruma göre
        - reddettim teklifi
        - aptal
        - bitti mi?
        - soğan istemiyorum
        - daha çok mesaj istiyorum
        + İPTAL
        + iptal lütfen
        + dur
        + ret
        - iptal etme
        - son durak
        - dur bakalım
        [ar]
        + أوقفوا الرسائل من فضلكم
        + اوقفوا الرسائل
        + ايقاف الرسائل
        + الغاء الاشتراك لو سمحت
        + أريد الغاء الاشتراك
        + اريد الغاء اشتراكي
        + الغوا اشتراكي
        + لا ترسلوا لي رسائل
        + لا ترسلوا لي المزيد من الرسائل
        + رجاء لا ترسلوا رسائل بعد الآن
        + لا اريد استقبال رسائل
        + ما ابي رسائل
        + مش عايز رسائل
        + بطلوا تبعتوا رسائل
        + احذفوا رقمي من القائمة
        + احذف رقمي لو سمحت
        + توقفوا عن إرسال الرسائل
        + توقف عن مراسلتي
        + كفى رسائل
        + أسحب موافقتي
        + ستوب
        + stop لو سمحت
        + إلغاء
        + إيقاف كل الرسائل
        ~ الفاء الاشتراك
        ~ ايقف
        + الغا الاشتراك
        ~ اتركوني في حالي
        ~ غير مهتم شكرا
        ~ كيف الغي الاشتراك؟
        + خلاص توقفوا
        ~ الرقم غلط
        ~ طيب ايقاف
        + إزعاج، توقفوا
        - لا توقفوا الرسائل
        - لا أريد إلغاء اشتراكي
        - لا تتوقف عن الإرسال
        - أين موقف الباص؟
        - المحطة القادمة
        - توقف المطر
        - توقفت السيارة
        - متى أوقف الدواء؟
        - هل أوقف المضاد الحيوي؟
        - الألم لا يتوقف
        - أريد إلغاء الموعد
        - إلغاء الحجز رقم 4412
        - ممكن ألغي الطلب؟
        - نهاية الأسبوع
        - في نهاية الشهر
        - إنهاء المعاملة متى؟
        - يكفي اثنين
        - كفاية واحد
        - لا
        - لا شكرا
        - نعم من فضلك
        - تمام
        - شكرا جزيلا
        - الثلاثاء الساعة 4
        - الأحمر
        - حذف البصل من الطلب
        - خلاص تمام
        - خلاص اشوفك بكرة
        - وقف السيارة قدام الباب
        - وقت الدوام؟
        - مواقف السيارات
        - اريد رسائل أكثر
        - مرحبا
        - كم السعر؟
        - وصلت
        + توقف
        + إيقاف من فضلك
        + إلغاء الاشتراك
        - لا تتوقف
        - لا أريد إلغاء الاشتراك
        - محطة توقف
        [he]
        + הסר אותי בבקשה
        + הסירו אותי מהרשימה
        + תפסיקו לשלוח לי הודעות
        + לא רוצה לקבל הודעות
        + נא להסיר
        + אל תשלחו לי יותר
        + תמחקו אותי מהרשימה
        + להסיר מרשימת תפוצה
        + די להודעות
        ~ הסירוו
        ~ להסיררר
        ~ תעזבו אותי כבר
        ~ איך מסירים את עצמי?
        ~ טוב הסר
        ~ vxr
        - אל תסירו אותי
        - לא להפסיק
        - התחנה הבאה
        - סוף החודש
        - בלי הפסקה
        - להפסיק את התרופה?
        - ביטול תור ליום שני
        - אפשר לבטל הזמנה?
        - לא
        - לא תודה
        - כן בבקשה
        - די טוב
        - מספיק לשניים?
        - הסרט מתחיל בשמונה
        - אדום
        + הסר
        + הסירו אותי מהרשימה בבקשה
        - לא להסיר
        - תחנת הסר
        [hi]
        + मैसेज भेजना बंद करो
        + कृपया संदेश भेजना बंद करें
        + मुझे और मैसेज नहीं चाहिए
        + मेरा नंबर हटा दो
        + मैसेज मत भेजिए
        + sms band karo
        + message bhejna band karo
        + mujhe msg mat karo
        + सदस्यता रद्द करें
        + stop karo bhai
        + बन्द करो
        ~ स्टोप
        ~ परेशान मत करो
        ~ कैसे बंद करें?
        ~ band kro
        ~ नहीं चाहिए
        - बंद मत करो
        - मैसेज भेजना बंद न करें
        - बस स्टॉप कहाँ है
        - अगला बस स्टॉप
        - दुकान बंद है क्या
        - महीने के अंत में
        - दवा बंद कर दूँ क्या?
        - सोमवार की बुकिंग रद्द करें
        - ऑर्डर रद्द हो सकता है?
        - नहीं
        - नहीं धन्यवाद
        - हाँ जी
        - bas ek minute
        - bas do chahiye
        - ठीक है
        - लाल
        - band baja
        + बंद
        + कृपया रोकें
        + बंद करो
        - दुकान बंद है
        """#
}
