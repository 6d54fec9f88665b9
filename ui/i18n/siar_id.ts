<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id">
    <context>
        <name>Calendar</name>
        <message>
            <source>All day</source>
            <translation>Seharian</translation>
        </message>
    </context>
    <context>
        <name>CalendarHeader</name>
        <message>
            <source>Previous month (PageUp)</source>
            <translation>Bulan sebelumnya (PageUp)</translation>
        </message>
        <message>
            <source>Next month (PageDown)</source>
            <translation>Bulan berikutnya (PageDown)</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hari ini</translation>
        </message>
        <message>
            <source>Search  /</source>
            <translation>Cari  /</translation>
        </message>
        <message>
            <source>Search the items</source>
            <translation>Cari konten</translation>
        </message>
        <message>
            <source>New item</source>
            <translation>Konten baru</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Semua</translation>
        </message>
        <message>
            <source>all</source>
            <comment>every kind</comment>
            <translation>semua</translation>
        </message>
        <message>
            <source>Kind: %1</source>
            <translation>Jenis: %1</translation>
        </message>
    </context>
    <context>
        <name>CalendarPage</name>
        <message>
            <source>Title, or 19:30 and a title</source>
            <translation>Judul, atau 19.30 lalu judul</translation>
        </message>
        <message>
            <source>An idea</source>
            <translation>Sebuah ide</translation>
        </message>
    </context>
    <context>
        <name>Closing</name>
        <message>
            <source>“%1” is not done yet</source>
            <translation>“%1” belum selesai</translation>
        </message>
        <message>
            <source>“%1” and %2 more are not done yet</source>
            <translation>“%1” dan %2 lainnya belum selesai</translation>
        </message>
        <message>
            <source>Closing the window stops the work. What is finished stays; the rest can be made again.</source>
            <translation>Menutup jendela akan menghentikan pekerjaan. Yang sudah selesai tetap ada; sisanya bisa dibuat lagi.</translation>
        </message>
        <message>
            <source>Keep working</source>
            <translation>Lanjutkan</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>Hentikan dan tutup</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>New item</source>
            <translation>Konten baru</translation>
        </message>
        <message>
            <source>New idea with no date</source>
            <translation>Ide baru tanpa tanggal</translation>
        </message>
        <message>
            <source>Go to today</source>
            <translation>Ke hari ini</translation>
        </message>
        <message>
            <source>Previous month</source>
            <translation>Bulan sebelumnya</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Bulan berikutnya</translation>
        </message>
        <message>
            <source>Rename the item</source>
            <translation>Ganti judul konten</translation>
        </message>
        <message>
            <source>Edit all fields of the item</source>
            <translation>Ubah semua isian konten</translation>
        </message>
        <message>
            <source>Remove the item</source>
            <translation>Hapus konten</translation>
        </message>
        <message>
            <source>Produce what is missing or stale</source>
            <translation>Buat yang belum ada atau sudah usang</translation>
        </message>
        <message>
            <source>Open the item's folder</source>
            <translation>Buka folder konten</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Ulangi</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Cari</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
        <message>
            <source>Show or hide the inspector</source>
            <translation>Tampilkan atau sembunyikan panel rincian</translation>
        </message>
        <message>
            <source>Switch between light and dark</source>
            <translation>Ganti terang atau gelap</translation>
        </message>
        <message>
            <source>All commands</source>
            <translation>Semua perintah</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Keluar</translation>
        </message>
    </context>
    <context>
        <name>DayDelegate</name>
        <message numerus="yes">
            <source>+%n more</source>
            <translation>
                <numerusform>+%n lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Evidence</name>
        <message>
            <source>Not made yet</source>
            <translation>Belum dibuat</translation>
        </message>
        <message>
            <source>Waits for the %5</source>
            <translation>Menunggu %5</translation>
        </message>
        <message>
            <source>No recording yet: choose a file, or drop one on the item</source>
            <translation>Belum ada rekaman: pilih file, atau seret file ke konten ini</translation>
        </message>
        <message>
            <source>%7 is not there any more: choose the file again</source>
            <translation>%7 sudah tidak ada: pilih lagi filenya</translation>
        </message>
        <message>
            <source>It has no sound: subtitles cannot be made</source>
            <translation>Tidak ada suaranya: subtitle tidak bisa dibuat</translation>
        </message>
        <message>
            <source>The recording is sound alone: there is no picture to caption</source>
            <translation>Rekaman hanya berisi suara: tidak ada gambar untuk diberi subtitle</translation>
        </message>
        <message>
            <source>%1 s longer or shorter than the recording</source>
            <translation>Selisih %1 dtk dengan rekaman</translation>
        </message>
        <message>
            <source>Edited by hand</source>
            <translation>Disunting manual</translation>
        </message>
        <message>
            <source>Edited by hand; the %5 changed since</source>
            <translation>Disunting manual; setelah itu %5 berubah</translation>
        </message>
        <message>
            <source>The %5 changed after it was made</source>
            <translation>Setelah ini dibuat, %5 berubah</translation>
        </message>
        <message>
            <source>The %5 changed since</source>
            <translation>Setelah itu %5 berubah</translation>
        </message>
        <message>
            <source>Its %5 is stale</source>
            <translation>Bahannya sudah usang: %5</translation>
        </message>
        <message>
            <source>1 section</source>
            <translation>1 bagian</translation>
        </message>
        <message>
            <source>%1 sections</source>
            <translation>%1 bagian</translation>
        </message>
        <message>
            <source>No %5 section</source>
            <translation>Belum ada bagian %5</translation>
        </message>
        <message>
            <source>Nothing is spoken in it</source>
            <translation>Tidak ada yang diucapkan di dalamnya</translation>
        </message>
        <message>
            <source>%1 s spoken, no length is set</source>
            <translation>%1 dtk ucapan, durasi belum ditentukan</translation>
        </message>
        <message>
            <source>%1 s spoken of %2 s</source>
            <translation>%1 dtk ucapan dari %2 dtk</translation>
        </message>
        <message>
            <source>%1 s spoken of %2 s: %3 s too long</source>
            <translation>%1 dtk ucapan dari %2 dtk: kelebihan %3 dtk</translation>
        </message>
        <message>
            <source>%1 planned of %2</source>
            <translation>%1 terencana dari %2</translation>
        </message>
        <message>
            <source>%1 planned of %2: %5</source>
            <translation>%1 terencana dari %2: %5</translation>
        </message>
        <message>
            <source>%1 too long</source>
            <translation>kelebihan %1</translation>
        </message>
        <message>
            <source>%7 is spoken for %1 of %2</source>
            <translation>%7 diucapkan selama %1 dari %2</translation>
        </message>
        <message>
            <source>No banned claim</source>
            <translation>Tidak ada klaim terlarang</translation>
        </message>
        <message>
            <source>No banned claim; look again at %5</source>
            <translation>Tidak ada klaim terlarang; periksa lagi %5</translation>
        </message>
        <message>
            <source>Banned: %5</source>
            <translation>Terlarang: %5</translation>
        </message>
        <message>
            <source>“%8” in line %1</source>
            <translation>“%8” di baris %1</translation>
        </message>
        <message>
            <source>%1 more</source>
            <translation>%1 lagi</translation>
        </message>
        <message>
            <source>Nothing is left to fill in</source>
            <translation>Tidak ada lagi yang perlu diisi</translation>
        </message>
        <message>
            <source>1 place to fill in: line %7</source>
            <translation>1 tempat perlu diisi: baris %7</translation>
        </message>
        <message>
            <source>%1 places to fill in: line %7</source>
            <translation>%1 tempat perlu diisi: baris %7</translation>
        </message>
        <message>
            <source>There is no text on it</source>
            <translation>Tidak ada teks di atasnya</translation>
        </message>
        <message>
            <source>Contrast %1:1 behind the %5</source>
            <translation>Kontras %1:1 di belakang %5</translation>
        </message>
        <message>
            <source>Contrast %1:1 behind the %5, %2:1 is needed</source>
            <translation>Kontras %1:1 di belakang %5, perlu %2:1</translation>
        </message>
        <message>
            <source>The %5 reaches %1 px out of %7's safe zone</source>
            <translation>Bagian %5 keluar %1 px dari zona aman %7</translation>
        </message>
        <message>
            <source>All text is inside %7's safe zone</source>
            <translation>Semua teks ada di dalam zona aman %7</translation>
        </message>
        <message>
            <source>The title's letters are %1 px high at %2 x %3</source>
            <translation>Huruf judul setinggi %1 px pada ukuran %2 x %3</translation>
        </message>
        <message>
            <source>The %5 is cut: “%7”</source>
            <translation>Bagian %5 terpotong: “%7”</translation>
        </message>
        <message>
            <source>The %5 does not fit its box</source>
            <translation>Bagian %5 tidak muat di kotaknya</translation>
        </message>
        <message>
            <source>The %5 covers the %6</source>
            <translation>Bagian %5 menutupi %6</translation>
        </message>
        <message>
            <source>No word is cut or covered</source>
            <translation>Tidak ada kata yang terpotong atau tertutup</translation>
        </message>
        <message>
            <source>The font has no %7</source>
            <translation>Fon tidak punya tanda %7</translation>
        </message>
        <message>
            <source>Left out, the font has none: %7</source>
            <translation>Tidak ditampilkan karena tidak ada di fon: %7</translation>
        </message>
        <message>
            <source>The font has every sign</source>
            <translation>Fon punya semua tanda</translation>
        </message>
        <message>
            <source>%1 KB of %2 KB</source>
            <translation>%1 KB dari %2 KB</translation>
        </message>
        <message>
            <source>There are no cues: nothing was heard, or the file is empty</source>
            <translation>Tidak ada subtitle: tidak ada yang terdengar, atau filenya kosong</translation>
        </message>
        <message>
            <source>1 cue from %1 s to %2 s</source>
            <translation>1 subtitle dari %1 sampai %2 dtk</translation>
        </message>
        <message>
            <source>%1 cues from %2 s to %3 s</source>
            <translation>%1 subtitle dari %2 sampai %3 dtk</translation>
        </message>
        <message>
            <source>All within %1 × %2 characters</source>
            <translation>Semua dalam %1 × %2 karakter</translation>
        </message>
        <message>
            <source>None faster than %1 characters a second</source>
            <translation>Tidak ada yang lebih cepat dari %1 karakter per detik</translation>
        </message>
        <message>
            <source>Each shown for %1 to %2 s</source>
            <translation>Masing-masing tampil %1 sampai %2 dtk</translation>
        </message>
        <message>
            <source>No two cues overlap or touch more closely than they may</source>
            <translation>Tidak ada subtitle yang bertumpuk atau terlalu rapat</translation>
        </message>
        <message>
            <source>The last cue ends at %1 s</source>
            <translation>Subtitle terakhir selesai pada %1 dtk</translation>
        </message>
        <message>
            <source>The last cue ends %1 s before the video does</source>
            <translation>Subtitle terakhir selesai %1 dtk sebelum video berakhir</translation>
        </message>
        <message>
            <source>No cue is marked for a look</source>
            <translation>Tidak ada subtitle yang ditandai untuk diperiksa</translation>
        </message>
        <message>
            <source>%5, and %1 more has such a problem</source>
            <translation>%5, dan %1 lagi bermasalah serupa</translation>
        </message>
        <message>
            <source>%5, and %1 more have such a problem</source>
            <translation>%5, dan %1 lagi bermasalah serupa</translation>
        </message>
        <message>
            <source>Cue %1 has a line of %2 characters (%3 at most)</source>
            <translation>Subtitle %1 punya baris %2 karakter (paling banyak %3)</translation>
        </message>
        <message>
            <source>Cue %1 has %2 lines (%3 at most)</source>
            <translation>Subtitle %1 punya %2 baris (paling banyak %3)</translation>
        </message>
        <message>
            <source>Cue %1 needs %2 characters a second (%3 at most)</source>
            <translation>Subtitle %1 perlu %2 karakter per detik (paling banyak %3)</translation>
        </message>
        <message>
            <source>Cue %1 is shown for %2 s (%3 s at least)</source>
            <translation>Subtitle %1 tampil %2 dtk (paling sedikit %3 dtk)</translation>
        </message>
        <message>
            <source>Cue %1 is shown for %2 s (%3 s at most)</source>
            <translation>Subtitle %1 tampil %2 dtk (paling lama %3 dtk)</translation>
        </message>
        <message>
            <source>Cue %1 stays %2 s after its speech (%3 frames at most)</source>
            <translation>Subtitle %1 bertahan %2 dtk setelah ucapannya (paling lama %3 frame)</translation>
        </message>
        <message>
            <source>Cue %1 ends %2 s before the next (%3 frames at least)</source>
            <translation>Subtitle %1 selesai %2 dtk sebelum berikutnya (paling sedikit %3 frame)</translation>
        </message>
        <message>
            <source>Cue %1 overlaps the next by %2 s</source>
            <translation>Subtitle %1 bertumpuk %2 dtk dengan berikutnya</translation>
        </message>
        <message>
            <source>Cue %1 ends %2 s after the video</source>
            <translation>Subtitle %1 selesai %2 dtk setelah video berakhir</translation>
        </message>
        <message>
            <source>Cue %1 is marked: %7</source>
            <translation>Subtitle %1 ditandai: %7</translation>
        </message>
        <message>
            <source>%5 long, no slot set</source>
            <translation>%5, slot belum ditentukan</translation>
        </message>
        <message>
            <source>%5 over the slot</source>
            <translation>%5 melebihi slot</translation>
        </message>
        <message>
            <source>%5 under the slot</source>
            <translation>%5 di bawah slot</translation>
        </message>
        <message>
            <source>%5, the whole slot</source>
            <translation>%5, pas dengan slot</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 mnt</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 mnt %2 dtk</translation>
        </message>
        <message>
            <source>Cue %1 runs %5 over cue %2</source>
            <translation>Baris %1 melewati awal baris %2 selama %5</translation>
        </message>
        <message>
            <source>No row runs into the next</source>
            <translation>Tidak ada baris yang menabrak baris berikutnya</translation>
        </message>
        <message>
            <source>%1 slides, notes with timings, nothing cut</source>
            <translation>%1 slide, catatan dengan waktunya, tidak ada yang terpotong</translation>
        </message>
        <message>
            <source>title</source>
            <translation>judul</translation>
        </message>
        <message>
            <source>script</source>
            <translation>naskah</translation>
        </message>
        <message>
            <source>template</source>
            <translation>templat</translation>
        </message>
        <message>
            <source>text</source>
            <translation>teks</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>jawaban</translation>
        </message>
        <message>
            <source>date</source>
            <translation>tanggal</translation>
        </message>
        <message>
            <source>zone</source>
            <translation>zona waktu</translation>
        </message>
        <message>
            <source>duration</source>
            <translation>durasi</translation>
        </message>
        <message>
            <source>host</source>
            <translation>host</translation>
        </message>
        <message>
            <source>audience</source>
            <translation>audiens</translation>
        </message>
        <message>
            <source>learning goal</source>
            <translation>tujuan belajar</translation>
        </message>
        <message>
            <source>products</source>
            <translation>produk</translation>
        </message>
        <message>
            <source>platforms</source>
            <translation>platform</translation>
        </message>
        <message>
            <source>series</source>
            <translation>seri</translation>
        </message>
        <message>
            <source>language</source>
            <translation>bahasa</translation>
        </message>
        <message>
            <source>profile</source>
            <translation>profil</translation>
        </message>
        <message>
            <source>engine</source>
            <translation>mesin</translation>
        </message>
        <message>
            <source>checkpoint</source>
            <translation>checkpoint</translation>
        </message>
        <message>
            <source>campaign</source>
            <translation>kampanye</translation>
        </message>
        <message>
            <source>episode</source>
            <translation>episode</translation>
        </message>
        <message>
            <source>notes</source>
            <translation>catatan</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>penanggung jawab</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>jenis</translation>
        </message>
        <message>
            <source>tags</source>
            <translation>tag</translation>
        </message>
        <message>
            <source>thumbnail</source>
            <translation>thumbnail</translation>
        </message>
        <message>
            <source>recording</source>
            <translation>rekaman</translation>
        </message>
        <message>
            <source>subtitles</source>
            <translation>subtitle</translation>
        </message>
        <message>
            <source>edited subtitles</source>
            <translation>subtitle yang disunting</translation>
        </message>
        <message>
            <source>captioned video</source>
            <translation>video bersubtitle</translation>
        </message>
        <message>
            <source>rundown</source>
            <translation>rundown</translation>
        </message>
        <message>
            <source>deck</source>
            <translation>slide presentasi</translation>
        </message>
        <message>
            <source>kicker</source>
            <translation>kicker</translation>
        </message>
        <message>
            <source>badge</source>
            <translation>lencana</translation>
        </message>
        <message>
            <source>hook</source>
            <translation>hook</translation>
        </message>
        <message>
            <source>context</source>
            <translation>konteks</translation>
        </message>
        <message>
            <source>value</source>
            <translation>nilai</translation>
        </message>
        <message>
            <source>cta</source>
            <translation>cta</translation>
        </message>
        <message>
            <source>opening</source>
            <translation>pembuka</translation>
        </message>
        <message>
            <source>closing</source>
            <translation>penutup</translation>
        </message>
        <message>
            <source>and</source>
            <translation>dan</translation>
        </message>
        <message>
            <source>and no</source>
            <translation>dan</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Tahap</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Kapan</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Tanggal</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona waktu</translation>
        </message>
        <message>
            <source>Duration in minutes</source>
            <translation>Durasi dalam menit</translation>
        </message>
        <message>
            <source>Language of the content</source>
            <translation>Bahasa konten</translation>
        </message>
        <message>
            <source>Who and where</source>
            <translation>Siapa dan di mana</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>PIC</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Platforms</source>
            <translation>Platform</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Kampanye</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Seri</translation>
        </message>
        <message>
            <source>Episode</source>
            <translation>Episode</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>Untuk apa</translation>
        </message>
        <message>
            <source>Audience</source>
            <translation>Penonton</translation>
        </message>
        <message>
            <source>Learning goal</source>
            <translation>Tujuan belajar</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>Produk</translation>
        </message>
        <message>
            <source>One a line: Name | Rp89.000 | https://link</source>
            <translation>Satu per baris: Nama | Rp89.000 | https://tautan</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>Tautan</translation>
        </message>
        <message>
            <source>One a line</source>
            <translation>Satu per baris</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Catatan</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Rekaman</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Drop a video here</source>
            <translation>Taruh video di sini</translation>
        </message>
    </context>
    <context>
        <name>FileEditor</name>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
    </context>
    <context>
        <name>InlineEditor</name>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>Inspector</source>
            <translation>Panel rincian</translation>
        </message>
        <message>
            <source>Choose an item to see what it is made of, what is missing and what is stale.</source>
            <translation>Pilih konten untuk melihat apa saja isinya, apa yang belum ada, dan apa yang sudah usang.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
        <message numerus="yes">
            <source>Produce %n step(s)</source>
            <translation>
                <numerusform>Buat %n langkah</numerusform>
            </translation>
        </message>
        <message>
            <source>Producing…</source>
            <translation>Sedang dibuat…</translation>
        </message>
        <message>
            <source>Waits for its turn</source>
            <translation>Menunggu giliran</translation>
        </message>
        <message>
            <source>The recording</source>
            <translation>Rekaman</translation>
        </message>
    </context>
    <context>
        <name>ItemForm</name>
        <message>
            <source>Edit the item</source>
            <translation>Ubah konten</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
    </context>
    <context>
        <name>ItemHead</name>
        <message>
            <source>Edit all fields (Ctrl+E)</source>
            <translation>Ubah semua isian (Ctrl+E)</translation>
        </message>
        <message>
            <source>Close the inspector</source>
            <translation>Tutup panel rincian</translation>
        </message>
        <message>
            <source>Owner %1</source>
            <translation>PIC %1</translation>
        </message>
        <message>
            <source>Host %1</source>
            <translation>Host %1</translation>
        </message>
        <message>
            <source>episode %1</source>
            <translation>episode %1</translation>
        </message>
    </context>
    <context>
        <name>Items</name>
        <message>
            <source>Title</source>
            <translation>Judul</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Tanggal</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Tahap</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>PIC</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Seri</translation>
        </message>
        <message>
            <source>Platforms</source>
            <translation>Platform</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Siap</translation>
        </message>
    </context>
    <context>
        <name>ItemsPage</name>
        <message>
            <source>Search  /</source>
            <translation>Cari  /</translation>
        </message>
        <message>
            <source>Search the items</source>
            <translation>Cari konten</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>New item</source>
            <translation>Konten baru</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 dari %2</translation>
        </message>
    </context>
    <context>
        <name>KindButton</name>
        <message>
            <source>%1. Click to change</source>
            <translation>%1. Klik untuk mengganti</translation>
        </message>
    </context>
    <context>
        <name>MonthModel</name>
        <message>
            <source>today</source>
            <translation>hari ini</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n konten</numerusform>
            </translation>
        </message>
        <message>
            <source>no items</source>
            <translation>tidak ada konten</translation>
        </message>
    </context>
    <context>
        <name>MonthView</name>
        <message>
            <source>Calendar month</source>
            <translation>Kalender sebulan</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close the message</source>
            <translation>Tutup pesan</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Something unforeseen went wrong (%1).</source>
            <translation>Terjadi masalah yang tak terduga (%1).</translation>
        </message>
        <message>
            <source>Your plan is saved. If it happens again, tell the developers what you did</source>
            <translation>Rencana Anda tersimpan. Jika terulang, beri tahu pengembang apa yang tadi Anda lakukan</translation>
        </message>
    </context>
    <context>
        <name>PagesView</name>
        <message>
            <source>Slide %1 of %2</source>
            <translation>Slide %1 dari %2</translation>
        </message>
        <message numerus="yes">
            <source>and %n more slide(s)</source>
            <translation>
                <numerusform>dan %n slide lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Type a command, or the title of an item</source>
            <translation>Ketik perintah, atau judul konten</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Perintah</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Perintah</translation>
        </message>
        <message>
            <source>No command and no item is called that.</source>
            <translation>Tidak ada perintah atau konten dengan nama itu.</translation>
        </message>
    </context>
    <context>
        <name>PickFile</name>
        <message>
            <source>All files (*)</source>
            <translation>Semua file (*)</translation>
        </message>
        <message>
            <source>Recordings (%1)</source>
            <translation>Rekaman (%1)</translation>
        </message>
    </context>
    <context>
        <name>Plan</name>
        <message>
            <source>Removed “%1”</source>
            <translation>“%1” dihapus</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <translation>Diurungkan: %1</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Ulangi</translation>
        </message>
        <message>
            <source>Done again: %1</source>
            <translation>Diulangi: %1</translation>
        </message>
    </context>
    <context>
        <name>Previews</name>
        <message>
            <source>The script is empty.</source>
            <translation>Naskahnya kosong.</translation>
        </message>
    </context>
    <context>
        <name>ProblemPage</name>
        <message>
            <source>This workspace cannot be opened</source>
            <translation>Ruang kerja ini tidak bisa dibuka</translation>
        </message>
        <message>
            <source>Choose another folder…</source>
            <translation>Pilih folder lain…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Keluar</translation>
        </message>
        <message>
            <source>The workspace's folder</source>
            <translation>Folder ruang kerja</translation>
        </message>
    </context>
    <context>
        <name>QueueCard</name>
        <message>
            <source>Queue</source>
            <translation>Antrean</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message numerus="yes">
            <source>%n need(s) a look</source>
            <translation>
                <numerusform>%n perlu dilihat</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is running</source>
            <translation>Tidak ada yang berjalan</translation>
        </message>
        <message>
            <source>What you produce shows here</source>
            <translation>Yang sedang dibuat tampil di sini</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n menunggu</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Siar Studio</source>
            <translation>Siar Studio</translation>
        </message>
    </context>
    <context>
        <name>ScriptView</name>
        <message>
            <source>Show less</source>
            <translation>Ringkas</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n section(s)</source>
            <translation>
                <numerusform>Tampilkan semua %n bagian</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>The language changes when the window is opened next: a job is running.</source>
            <translation>Bahasa berganti saat jendela dibuka lagi: masih ada pekerjaan yang berjalan.</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Appearance</source>
            <translation>Tampilan</translation>
        </message>
        <message>
            <source>As the system is</source>
            <translation>Ikuti sistem</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Terang</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Gelap</translation>
        </message>
        <message>
            <source>Language of the program</source>
            <translation>Bahasa program</translation>
        </message>
        <message>
            <source>Speech checkpoints</source>
            <translation>Model pengenal suara</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Sedang dicari…</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
        <message>
            <source>Workspace</source>
            <translation>Ruang kerja</translation>
        </message>
        <message>
            <source>Your plan (siar.db), recordings, and all that was made lie in this folder. A copy of the plan is kept in backups/ every day.</source>
            <translation>Rencana (siar.db), rekaman, dan semua hasil ada di folder ini. Salinan rencana disimpan di backups/ setiap hari.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
        <message>
            <source>None is installed.</source>
            <translation>Belum ada yang terpasang.</translation>
        </message>
        <message>
            <source>With no checkpoint, subtitles are timed from the item's script. To recognise speech, run “siar models get small” in a terminal, or “siar models add FILE” with a file from a USB stick. Tiny and base are not fit for Indonesian.</source>
            <translation>Tanpa model, waktu subtitle dihitung dari naskah. Untuk mengenali ucapan, jalankan “siar models get small” di terminal, atau “siar models add FILE” dengan file dari flashdisk. Tiny dan base kurang layak untuk bahasa Indonesia.</translation>
        </message>
    </context>
    <context>
        <name>StartEditor</name>
        <message>
            <source>At a time</source>
            <translation>Pada jam tertentu</translation>
        </message>
        <message>
            <source>All day</source>
            <translation>Seharian</translation>
        </message>
        <message>
            <source>No date yet</source>
            <translation>Belum ada tanggal</translation>
        </message>
        <message>
            <source>Time, all day or undated</source>
            <translation>Berjam, seharian, atau tanpa tanggal</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Jam</translation>
        </message>
    </context>
    <context>
        <name>StepRow</name>
        <message>
            <source>Show</source>
            <translation>Tunjukkan</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
        <message>
            <source>Make</source>
            <translation>Buat</translation>
        </message>
        <message>
            <source>Remake</source>
            <translation>Buat ulang</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Buka</translation>
        </message>
        <message>
            <source>Made %1: %2</source>
            <translation>Dibuat %1: %2</translation>
        </message>
        <message>
            <source>%1 of %2 checks are fine</source>
            <translation>%1 dari %2 pemeriksaan lolos</translation>
        </message>
        <message>
            <source>Hide the checks</source>
            <translation>Sembunyikan pemeriksaan</translation>
        </message>
    </context>
    <context>
        <name>TableView</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>dan %n lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Ideas, no date yet</source>
            <translation>Ide, belum ada tanggal</translation>
        </message>
        <message>
            <source>Add an idea</source>
            <translation>Tambah ide</translation>
        </message>
        <message>
            <source>Ctrl+K all commands</source>
            <translation>Ctrl+K semua perintah</translation>
        </message>
        <message numerus="yes">
            <source>%n more idea(s)</source>
            <translation>
                <numerusform>%n ide lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
        <message>
            <source>No items yet</source>
            <translation>Belum ada konten</translation>
        </message>
        <message>
            <source>Press C, or click a day, and type a title. Each item then shows what it needs.</source>
            <translation>Tekan C, atau klik sebuah hari, lalu ketik judulnya. Setiap konten menunjukkan apa yang dibutuhkannya.</translation>
        </message>
        <message>
            <source>New item</source>
            <translation>Konten baru</translation>
        </message>
        <message>
            <source>Done: %1</source>
            <translation>Selesai: %1</translation>
        </message>
        <message>
            <source>Cancelled: %1</source>
            <translation>Dibatalkan: %1</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>Live</translation>
        </message>
        <message>
            <source>Idea</source>
            <translation>Ide</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Direncanakan</translation>
        </message>
        <message>
            <source>Scripted</source>
            <translation>Naskah jadi</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Direkam</translation>
        </message>
        <message>
            <source>Subtitled</source>
            <translation>Bersubtitle</translation>
        </message>
        <message>
            <source>Scheduled</source>
            <translation>Dijadwalkan</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Tayang</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Siap</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>Disunting</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Belum ada</translation>
        </message>
        <message>
            <source>Stale</source>
            <translation>Usang</translation>
        </message>
        <message>
            <source>Failing</source>
            <translation>Bermasalah</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>Naskah</translation>
        </message>
        <message>
            <source>Thumbnail</source>
            <translation>Thumbnail</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Rekaman</translation>
        </message>
        <message>
            <source>Subtitles</source>
            <translation>Subtitle</translation>
        </message>
        <message>
            <source>Captioned video</source>
            <translation>Video bersubtitle</translation>
        </message>
        <message>
            <source>Rundown</source>
            <translation>Rundown</translation>
        </message>
        <message>
            <source>Deck</source>
            <translation>Slide presentasi</translation>
        </message>
        <message>
            <source>HH:mm</source>
            <comment>a clock time</comment>
            <translation>HH.mm</translation>
        </message>
        <message>
            <source>No date yet</source>
            <translation>Belum ada tanggal</translation>
        </message>
        <message>
            <source>%1, all day</source>
            <translation>%1, seharian</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 dtk</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 mnt</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 jam</translation>
        </message>
        <message>
            <source>%1 s left</source>
            <translation>%1 dtk lagi</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1 lagi</translation>
        </message>
        <message>
            <source>%1 % ready</source>
            <translation>%1 % siap</translation>
        </message>
    </context>
</TS>
