<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
    <context>
        <name>Asker</name>
        <message>
            <source>Move what is published?</source>
            <translation>Pindahkan yang sudah tayang?</translation>
        </message>
        <message>
            <source>“%1” is published: %2.</source>
            <translation>“%1” sudah tayang: %2.</translation>
        </message>
        <message numerus="yes">
            <source>%n of these items are published.</source>
            <translation>
                <numerusform>%n konten ini sudah tayang.</numerusform>
            </translation>
        </message>
        <message>
            <source>The calendar then no longer says when it went out. Undo brings it back.</source>
            <translation>Kalender tidak lagi menunjukkan kapan tayangnya. Urungkan mengembalikannya.</translation>
        </message>
        <message>
            <source>Move it</source>
            <translation>Pindahkan</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Biarkan</translation>
        </message>
    </context>
    <context>
        <name>Backups</name>
        <message>
            <source>Checking…</source>
            <translation>Memeriksa…</translation>
        </message>
        <message>
            <source>Whole</source>
            <translation>Utuh</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>Rusak</translation>
        </message>
        <message>
            <source>A backup of the plan</source>
            <translation>Cadangan rencana</translation>
        </message>
        <message>
            <source>Plans of Siar Studio (*.db)</source>
            <translation>Rencana Siar Studio (*.db)</translation>
        </message>
        <message>
            <source>Go back to an earlier plan?</source>
            <translation>Kembali ke rencana sebelumnya?</translation>
        </message>
        <message>
            <source>%1, with %2.</source>
            <translation>%1, berisi %2.</translation>
        </message>
        <message>
            <source>What is there now is kept as a backup first, so you can come back to it. Recordings and files that were made stay as they are.</source>
            <translation>Rencana yang sekarang disimpan dulu sebagai cadangan, jadi Anda bisa kembali lagi. Rekaman dan berkas yang sudah dibuat tidak berubah.</translation>
        </message>
        <message>
            <source>Keep the plan as it is</source>
            <translation>Biarkan rencana yang sekarang</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Pulihkan</translation>
        </message>
    </context>
    <context>
        <name>BackupsModel</name>
        <message>
            <source>Made</source>
            <translation>Dibuat</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>Isi</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Ukuran</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Keadaan</translation>
        </message>
    </context>
    <context>
        <name>BackupsPanel</name>
        <message>
            <source>No backup yet. One is taken every day when the program opens.</source>
            <translation>Belum ada cadangan. Satu dibuat setiap hari saat program dibuka.</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Cadangkan sekarang</translation>
        </message>
        <message>
            <source>Restore…</source>
            <translation>Pulihkan…</translation>
        </message>
        <message>
            <source>Restore from a file…</source>
            <translation>Pulihkan dari berkas…</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Cadangan</translation>
        </message>
        <message>
            <source>A verified copy of the plan is taken once a day and before every import. Two weeks of days and a year of months are kept. Recordings and what was made are not in it.</source>
            <translation>Salinan rencana yang sudah diperiksa dibuat sekali sehari dan sebelum setiap impor. Yang disimpan: tiap hari selama dua minggu dan tiap bulan selama setahun. Rekaman dan hasil buatan tidak ikut.</translation>
        </message>
        <message>
            <source>Backing up…</source>
            <translation>Sedang mencadangkan…</translation>
        </message>
        <message>
            <source>Backed up: %1</source>
            <translation>Sudah dicadangkan: %1</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>Ideas wait here for a day and a script.</source>
            <translation>Ide menunggu tanggal dan naskah di sini.</translation>
        </message>
        <message>
            <source>What has its day and needs a script.</source>
            <translation>Sudah ada tanggalnya, belum ada naskah.</translation>
        </message>
        <message>
            <source>Scripts that wait for the camera.</source>
            <translation>Naskah siap, tinggal direkam.</translation>
        </message>
        <message>
            <source>Recordings that need subtitles.</source>
            <translation>Rekaman yang belum bersubtitle.</translation>
        </message>
        <message>
            <source>Finished, and not scheduled yet.</source>
            <translation>Sudah jadi, belum dijadwalkan.</translation>
        </message>
        <message>
            <source>Set to go live at its time.</source>
            <translation>Tinggal tayang sesuai jadwal.</translation>
        </message>
        <message>
            <source>What has gone live.</source>
            <translation>Yang sudah tayang.</translation>
        </message>
        <message>
            <source>What will not take place.</source>
            <translation>Yang tidak jadi.</translation>
        </message>
        <message>
            <source>Ready for %1</source>
            <translation>Siap: %1</translation>
        </message>
    </context>
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
            <source>Go to a day (G)</source>
            <translation>Buka tanggal (G)</translation>
        </message>
        <message>
            <source>Previous (PageUp)</source>
            <translation>Sebelumnya (PageUp)</translation>
        </message>
        <message>
            <source>Next (PageDown)</source>
            <translation>Berikutnya (PageDown)</translation>
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
            <source>Import, export and more</source>
            <translation>Impor, ekspor, dan lainnya</translation>
        </message>
    </context>
    <context>
        <name>ChangesList</name>
        <message>
            <source>Changes</source>
            <translation>Perubahan</translation>
        </message>
    </context>
    <context>
        <name>ChangesModel</name>
        <message>
            <source>%1: no longer in the series</source>
            <translation>%1: tidak lagi dalam seri</translation>
        </message>
    </context>
    <context>
        <name>Checkpoints</name>
        <message>
            <source>A checkpoint of Whisper's</source>
            <translation>File model Whisper</translation>
        </message>
        <message>
            <source>Checkpoints (*.pt)</source>
            <translation>Model (*.pt)</translation>
        </message>
        <message>
            <source>Remove %1?</source>
            <translation>Hapus %1?</translation>
        </message>
        <message>
            <source>%1 and what was prepared from it are deleted. To have it again, it must be downloaded or added.</source>
            <translation>%1 dan hasil olahannya dihapus. Untuk memakainya lagi, model harus diunduh atau ditambahkan.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Simpan saja</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>not fit for Indonesian: every second or third word is wrong</source>
            <translation>tidak layak untuk bahasa Indonesia: satu dari dua atau tiga kata salah</translation>
        </message>
        <message>
            <source>a first impression of English, on any machine</source>
            <translation>kesan pertama bahasa Inggris, di komputer mana pun</translation>
        </message>
        <message>
            <source>clear English on an old laptop</source>
            <translation>bahasa Inggris yang jelas di laptop lama</translation>
        </message>
        <message>
            <source>the one to begin with: good Indonesian and English on a laptop</source>
            <translation>pilihan pertama: bahasa Indonesia dan Inggris yang baik di laptop</translation>
        </message>
        <message>
            <source>good English on a laptop</source>
            <translation>bahasa Inggris yang baik di laptop</translation>
        </message>
        <message>
            <source>better Indonesian, three times slower than small</source>
            <translation>bahasa Indonesia lebih baik, tiga kali lebih lambat dari small</translation>
        </message>
        <message>
            <source>very good English, three times slower than small.en</source>
            <translation>bahasa Inggris sangat baik, tiga kali lebih lambat dari small.en</translation>
        </message>
        <message>
            <source>superseded by large-v2 and large-v3</source>
            <translation>sudah digantikan large-v2 dan large-v3</translation>
        </message>
        <message>
            <source>the best Indonesian, for machines with a GPU or for the night</source>
            <translation>bahasa Indonesia terbaik, untuk komputer dengan GPU atau dikerjakan semalaman</translation>
        </message>
        <message>
            <source>as good as large-v2, for machines with a GPU</source>
            <translation>sebaik large-v2, untuk komputer dengan GPU</translation>
        </message>
        <message>
            <source>near large-v3 at the speed of medium; it cannot translate</source>
            <translation>mendekati large-v3 secepat medium; tidak bisa menerjemahkan</translation>
        </message>
        <message>
            <source>added from a file</source>
            <translation>ditambahkan dari file</translation>
        </message>
        <message>
            <source>99 languages</source>
            <translation>99 bahasa</translation>
        </message>
        <message>
            <source>100 languages</source>
            <translation>100 bahasa</translation>
        </message>
        <message>
            <source>English only</source>
            <translation>hanya bahasa Inggris</translation>
        </message>
        <message>
            <source>as published</source>
            <translation>sesuai terbitan aslinya</translation>
        </message>
        <message>
            <source>not the file that is published: get it again</source>
            <translation>bukan file yang diterbitkan: unduh lagi</translation>
        </message>
        <message>
            <source>a whole Whisper checkpoint, not one of OpenAI's</source>
            <translation>model Whisper yang utuh, bukan terbitan OpenAI</translation>
        </message>
        <message>
            <source>%1 of %2 are here</source>
            <translation>%1 dari %2 sudah ada</translation>
        </message>
        <message>
            <source>The file is not whole</source>
            <translation>Filenya tidak utuh</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>siap</translation>
        </message>
        <message>
            <source>here</source>
            <translation>ada di sini</translation>
        </message>
        <message>
            <source>Waits for its turn</source>
            <translation>Menunggu giliran</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>Mengunduh</translation>
        </message>
        <message>
            <source>Copying</source>
            <translation>Menyalin</translation>
        </message>
        <message>
            <source>Being prepared</source>
            <translation>Sedang disiapkan</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>Memeriksa</translation>
        </message>
        <message>
            <source>Beginning</source>
            <translation>Memulai</translation>
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
        <name>ClusterPanel</name>
        <message>
            <source>Address of the scheduler</source>
            <translation>Alamat penjadwal</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Periksa</translation>
        </message>
        <message>
            <source>Dask is not installed here: pip install &quot;siar-studio[cluster]&quot;</source>
            <translation>Dask belum terpasang di sini: pip install &quot;siar-studio[cluster]&quot;</translation>
        </message>
        <message>
            <source>Several computers can recognise batches together, by Dask. While the field is empty, this one does it. Dask asks for no password: use it only in a network that you trust.</source>
            <translation>Beberapa komputer dapat mengenali banyak rekaman bersama-sama lewat Dask. Selama kolom ini kosong, komputer ini yang mengerjakannya. Dask tidak meminta kata sandi: pakai hanya di jaringan yang Anda percaya.</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>Klaster</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Memeriksa…</translation>
        </message>
        <message>
            <source>It is ready: %1, %2.</source>
            <translation>Siap: %1, %2.</translation>
        </message>
        <message numerus="yes">
            <source>%n worker(s)</source>
            <translation>
                <numerusform>%n pekerja</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thread(s) in all</source>
            <translation>
                <numerusform>total %n utas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ColumnHead</name>
        <message>
            <source>%1, folded. Click to open</source>
            <translation>%1, dilipat. Klik untuk membuka</translation>
        </message>
        <message>
            <source>%1. Click to fold</source>
            <translation>%1. Klik untuk melipat</translation>
        </message>
    </context>
    <context>
        <name>ColumnModel</name>
        <message>
            <source>No date yet</source>
            <translation>Belum ada tanggal</translation>
        </message>
        <message>
            <source>ready for %1</source>
            <translation>siap: %1</translation>
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
            <source>Previous page of the calendar</source>
            <translation>Halaman kalender sebelumnya</translation>
        </message>
        <message>
            <source>Next page of the calendar</source>
            <translation>Halaman kalender berikutnya</translation>
        </message>
        <message>
            <source>Go to a day…</source>
            <translation>Buka tanggal…</translation>
        </message>
        <message>
            <source>Show the day</source>
            <translation>Tampilkan hari</translation>
        </message>
        <message>
            <source>Show the week</source>
            <translation>Tampilkan minggu</translation>
        </message>
        <message>
            <source>Show the month</source>
            <translation>Tampilkan bulan</translation>
        </message>
        <message>
            <source>Show the list</source>
            <translation>Tampilkan daftar</translation>
        </message>
        <message>
            <source>Show the board</source>
            <translation>Tampilkan papan</translation>
        </message>
        <message>
            <source>Clear all filters</source>
            <translation>Hapus semua filter</translation>
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
            <source>Repeat the item…</source>
            <translation>Ulangi konten…</translation>
        </message>
        <message>
            <source>Import a sheet or calendar file…</source>
            <translation>Impor sheet atau file kalender…</translation>
        </message>
        <message>
            <source>Export the plan…</source>
            <translation>Ekspor rencana…</translation>
        </message>
        <message>
            <source>Holidays and own days…</source>
            <translation>Hari libur dan hari tim…</translation>
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
        <message>
            <source>Subtitles</source>
            <translation>Subtitle</translation>
        </message>
        <message>
            <source>Subtitle recordings…</source>
            <translation>Buat subtitle rekaman…</translation>
        </message>
        <message>
            <source>Subtitle a folder…</source>
            <translation>Buat subtitle satu folder…</translation>
        </message>
        <message>
            <source>Subtitle the item's recording in the queue</source>
            <translation>Buat subtitle rekaman konten di antrean</translation>
        </message>
        <message>
            <source>Start or pause the subtitle queue</source>
            <translation>Mulai atau jeda antrean subtitle</translation>
        </message>
        <message>
            <source>Watch a folder for recordings…</source>
            <translation>Pantau folder rekaman…</translation>
        </message>
        <message>
            <source>Clear the subtitles that are done</source>
            <translation>Bersihkan subtitle yang sudah selesai</translation>
        </message>
    </context>
    <context>
        <name>CutDialog</name>
        <message>
            <source>Cut the recording</source>
            <translation>Potong rekaman</translation>
        </message>
        <message>
            <source>Reading the recording…</source>
            <translation>Membaca rekaman…</translation>
        </message>
        <message>
            <source>The recording; arrow keys move what stays in view</source>
            <translation>Rekaman; tombol panah menggeser bagian yang tetap terlihat</translation>
        </message>
        <message>
            <source>Where in the recording</source>
            <translation>Posisi di rekaman</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Mulai</translation>
        </message>
        <message>
            <source>beginning</source>
            <translation>awal</translation>
        </message>
        <message>
            <source>End</source>
            <translation>Selesai</translation>
        </message>
        <message>
            <source>end</source>
            <comment>of a recording</comment>
            <translation>akhir</translation>
        </message>
        <message>
            <source>Trim to the first and last words</source>
            <translation>Pangkas sampai kata pertama dan terakhir</translation>
        </message>
        <message>
            <source>Shape</source>
            <translation>Bentuk gambar</translation>
        </message>
        <message>
            <source>Drag the point to what must stay in view.</source>
            <translation>Geser titiknya ke bagian yang harus tetap terlihat.</translation>
        </message>
        <message>
            <source>Bumper before</source>
            <translation>Bumper pembuka</translation>
        </message>
        <message>
            <source>Bumper after</source>
            <translation>Bumper penutup</translation>
        </message>
        <message>
            <source>Further takes</source>
            <translation>Take lanjutan</translation>
        </message>
        <message>
            <source>Do not cut</source>
            <translation>Jangan dipotong</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>%1 stays as it is; subtitles and captions are made from the cut.</source>
            <translation>%1 tidak berubah; subtitle dan video berteks dibuat dari hasil potongan.</translation>
        </message>
        <message>
            <source>As recorded</source>
            <translation>Seperti rekaman</translation>
        </message>
        <message>
            <source>%1, upright (TikTok, Reels)</source>
            <translation>%1, tegak (TikTok, Reels)</translation>
        </message>
        <message>
            <source>%1, upright post</source>
            <translation>%1, pos tegak</translation>
        </message>
        <message>
            <source>%1, square</source>
            <translation>%1, persegi</translation>
        </message>
        <message>
            <source>%1, wide (YouTube)</source>
            <translation>%1, lebar (YouTube)</translation>
        </message>
        <message>
            <source>%1 of %2 is kept</source>
            <translation>%1 dari %2 dipakai</translation>
        </message>
        <message>
            <source>%1, less where nobody speaks</source>
            <translation>%1, dikurangi bagian tanpa suara orang</translation>
        </message>
        <message>
            <source>It is sound alone: there is no picture to cut.</source>
            <translation>Ini hanya suara: tidak ada gambar yang bisa dipotong.</translation>
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
        <name>DayEditor</name>
        <message>
            <source>8/12, 8 Dec</source>
            <translation>8/12, 8 Des</translation>
        </message>
    </context>
    <context>
        <name>DayForm</name>
        <message>
            <source>Stock opname, Push 12.12</source>
            <translation>Stock opname, Push 12.12</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Hari pertama</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source>Mark days of your own</source>
            <translation>Tandai hari sendiri</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Tambah</translation>
        </message>
        <message>
            <source>Change “%1”</source>
            <translation>Ubah “%1”</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
    </context>
    <context>
        <name>DayMarksPanel</name>
        <message>
            <source>Public holidays</source>
            <translation>Hari libur nasional</translation>
        </message>
        <message>
            <source>Joint leave</source>
            <translation>Cuti bersama</translation>
        </message>
        <message>
            <source>Double dates</source>
            <translation>Tanggal kembar</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>Promo</translation>
        </message>
        <message>
            <source>Payday</source>
            <translation>Gajian</translation>
        </message>
        <message>
            <source>Campaigns of your own</source>
            <translation>Kampanye sendiri</translation>
        </message>
        <message>
            <source>Marked days</source>
            <translation>Hari yang ditandai</translation>
        </message>
        <message>
            <source>What is ticked is written on its days in the calendar. Holidays, joint leave and blackout days that are marked are days off, and due days skip them.</source>
            <translation>Yang dicentang tertulis di harinya pada kalender. Hari libur, cuti bersama, dan hari blackout yang ditandai adalah hari libur tim, dan tenggat melewatinya.</translation>
        </message>
        <message>
            <source>from day</source>
            <translation>dari tanggal</translation>
        </message>
        <message>
            <source>to day</source>
            <translation>sampai tanggal</translation>
        </message>
        <message>
            <source>The team does not work on</source>
            <translation>Tim libur setiap</translation>
        </message>
        <message>
            <source>Days of your own…</source>
            <translation>Hari sendiri…</translation>
        </message>
        <message>
            <source>As usual again</source>
            <translation>Kembali seperti semula</translation>
        </message>
    </context>
    <context>
        <name>DayPopup</name>
        <message>
            <source>Today</source>
            <translation>Hari ini</translation>
        </message>
        <message>
            <source>No date</source>
            <translation>Tanpa tanggal</translation>
        </message>
    </context>
    <context>
        <name>Days</name>
        <message>
            <source>Public holiday</source>
            <translation>Hari libur</translation>
        </message>
        <message>
            <source>Joint leave</source>
            <translation>Cuti bersama</translation>
        </message>
        <message>
            <source>Blackout</source>
            <translation>Hari blackout</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Kampanye</translation>
        </message>
        <message>
            <source>Double date</source>
            <translation>Tanggal kembar</translation>
        </message>
        <message>
            <source>Sale</source>
            <translation>Promo</translation>
        </message>
        <message>
            <source>Payday</source>
            <translation>Gajian</translation>
        </message>
        <message>
            <source>Nobody works and nothing should go out. Due days skip it.</source>
            <translation>Tim libur dan tidak ada yang tayang. Tenggat melewatinya.</translation>
        </message>
        <message>
            <source>Shown on every one of its days. The team works.</source>
            <translation>Tampil di setiap harinya. Tim tetap bekerja.</translation>
        </message>
        <message>
            <source>A day off. Due days skip it.</source>
            <translation>Hari libur. Tenggat melewatinya.</translation>
        </message>
        <message>
            <source>A day off that was announced. Due days skip it.</source>
            <translation>Libur yang sudah diumumkan. Tenggat melewatinya.</translation>
        </message>
        <message>
            <source>Joint leave of %1: not announced</source>
            <translation>Cuti bersama %1: belum diumumkan</translation>
        </message>
        <message>
            <source>“%1” (%2)</source>
            <translation>“%1” (%2)</translation>
        </message>
        <message>
            <source>%1 is booked at the same time: %2</source>
            <translation>%1 terjadwal bersamaan: %2</translation>
        </message>
        <message>
            <source>The studio %1 is booked at the same time: %2</source>
            <translation>%1 terpakai bersamaan: %2</translation>
        </message>
        <message>
            <source>Live sessions overlap: %2</source>
            <translation>Siaran bertumpuk: %2</translation>
        </message>
        <message>
            <source>%2 is on a blackout day: %1</source>
            <translation>%2 jatuh di hari blackout: %1</translation>
        </message>
        <message>
            <source>%2 is a live session on a day off: %1</source>
            <translation>%2 siaran di hari libur: %1</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>Tenggat hari ini</translation>
        </message>
        <message>
            <source>Due %1</source>
            <translation>Tenggat %1</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>Telat %n hari</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DaysDialog</name>
        <message>
            <source>Days</source>
            <translation>Hari</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>Hari sebelumnya</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>Hari sesudahnya</translation>
        </message>
        <message>
            <source>What you marked, changed or hid</source>
            <translation>Yang kamu tandai, ubah, atau sembunyikan</translation>
        </message>
        <message>
            <source>Ctrl+Z takes a change back.</source>
            <translation>Ctrl+Z membatalkan perubahan.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Nothing is marked on this day.</source>
            <translation>Tidak ada tanda di hari ini.</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Sembunyikan</translation>
        </message>
        <message>
            <source>changed by you</source>
            <translation>kamu ubah</translation>
        </message>
        <message>
            <source>may still move</source>
            <translation>masih bisa bergeser</translation>
        </message>
        <message>
            <source>Nothing yet. A blackout day is one on which nobody works and nothing should go out.</source>
            <translation>Belum ada. Di hari blackout tim libur dan tidak ada yang tayang.</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>disembunyikan</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>Tampilkan lagi</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ubah</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Kembalikan</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Hapus</translation>
        </message>
    </context>
    <context>
        <name>Deeds</name>
        <message>
            <source>Add “%1”</source>
            <translation>Tambah “%1”</translation>
        </message>
        <message>
            <source>Add %2 items</source>
            <translation>Tambah %2 konten</translation>
        </message>
        <message>
            <source>Add %2 ideas</source>
            <translation>Tambah %2 ide</translation>
        </message>
        <message>
            <source>Change “%1” and those after it</source>
            <translation>Ubah “%1” dan seterusnya</translation>
        </message>
        <message>
            <source>Change all of “%1”</source>
            <translation>Ubah semua “%1”</translation>
        </message>
        <message>
            <source>Change “%1”</source>
            <translation>Ubah “%1”</translation>
        </message>
        <message>
            <source>Change %2 items</source>
            <translation>Ubah %2 konten</translation>
        </message>
        <message>
            <source>Move “%1” and those after it</source>
            <translation>Pindah “%1” dan seterusnya</translation>
        </message>
        <message>
            <source>Move all of “%1”</source>
            <translation>Pindah semua “%1”</translation>
        </message>
        <message>
            <source>Move “%1” to no date</source>
            <translation>Pindah “%1” ke tanpa tanggal</translation>
        </message>
        <message>
            <source>Move “%1” to %2</source>
            <translation>Pindah “%1” ke %2</translation>
        </message>
        <message>
            <source>Move %2 items</source>
            <translation>Pindah %2 konten</translation>
        </message>
        <message>
            <source>Remove “%1” and those after it</source>
            <translation>Hapus “%1” dan seterusnya</translation>
        </message>
        <message>
            <source>Remove all of “%1”</source>
            <translation>Hapus semua “%1”</translation>
        </message>
        <message>
            <source>Remove the view “%1”</source>
            <translation>Hapus tampilan “%1”</translation>
        </message>
        <message>
            <source>Remove “%1”</source>
            <translation>Hapus “%1”</translation>
        </message>
        <message>
            <source>Remove %2 items</source>
            <translation>Hapus %2 konten</translation>
        </message>
        <message>
            <source>Repeat “%1” %2</source>
            <translation>Ulangi “%1”</translation>
        </message>
        <message>
            <source>Stop repeating “%1”</source>
            <translation>Berhenti mengulang “%1”</translation>
        </message>
        <message>
            <source>Save the view “%1”</source>
            <translation>Simpan tampilan “%1”</translation>
        </message>
        <message>
            <source>Import %1</source>
            <translation>Impor %1</translation>
        </message>
        <message>
            <source>Mark “%1”</source>
            <translation>Tandai “%1”</translation>
        </message>
        <message>
            <source>Unmark “%1”</source>
            <translation>Hapus tanda “%1”</translation>
        </message>
        <message>
            <source>Hide “%1”</source>
            <translation>Sembunyikan “%1”</translation>
        </message>
        <message>
            <source>Show “%1”</source>
            <translation>Tampilkan “%1”</translation>
        </message>
        <message>
            <source>Change what the calendar marks</source>
            <translation>Ubah tanda di kalender</translation>
        </message>
        <message>
            <source>Change the lead times</source>
            <translation>Ubah waktu persiapan</translation>
        </message>
        <message>
            <source>Plan the next occurrences</source>
            <translation>Rencanakan jadwal berikutnya</translation>
        </message>
        <message>
            <source>Recognise on a cluster</source>
            <translation>Kenali di klaster</translation>
        </message>
        <message>
            <source>Recognise on this computer</source>
            <translation>Kenali di komputer ini</translation>
        </message>
        <message>
            <source>Add “%1” to the glossary</source>
            <translation>Tambah “%1” ke glosarium</translation>
        </message>
        <message>
            <source>Remove “%1” from the glossary</source>
            <translation>Hapus “%1” dari glosarium</translation>
        </message>
        <message>
            <source>Change the glossary</source>
            <translation>Ubah glosarium</translation>
        </message>
        <message>
            <source>Replace “%1” after recognition</source>
            <translation>Ganti “%1” setelah dikenali</translation>
        </message>
        <message>
            <source>Replace “%1” no more</source>
            <translation>“%1” tidak diganti lagi</translation>
        </message>
        <message>
            <source>Change the replacement rules</source>
            <translation>Ubah aturan cari dan ganti</translation>
        </message>
        <message>
            <source>Rename the view “%1”</source>
            <translation>Ganti nama tampilan “%1”</translation>
        </message>
        <message>
            <source>Watch “%1” no more</source>
            <translation>Berhenti memantau “%1”</translation>
        </message>
        <message>
            <source>Watch “%1”</source>
            <translation>Pantau “%1”</translation>
        </message>
    </context>
    <context>
        <name>DifferenceView</name>
        <message>
            <source>Tick all</source>
            <translation>Centang semua</translation>
        </message>
        <message>
            <source>Tick none</source>
            <translation>Kosongkan semua</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Baru</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Berubah</translation>
        </message>
        <message>
            <source>Not read</source>
            <translation>Tidak terbaca</translation>
        </message>
        <message numerus="yes">
            <source>%n the same</source>
            <translation>
                <numerusform>%n sama</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n published item(s) would get another date: %1</source>
            <translation>
                <numerusform>%n konten yang sudah tayang akan pindah tanggal: %1</numerusform>
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
            <source>Cue %1 is marked: %5</source>
            <translation>Subtitle %1 ditandai: %5</translation>
        </message>
        <message>
            <source>not in the script</source>
            <translation>tidak ada di naskah</translation>
        </message>
        <message>
            <source>perhaps not said: a phrase that is often invented</source>
            <translation>mungkin tidak diucapkan: frasa yang sering dikarang</translation>
        </message>
        <message>
            <source>perhaps not said: words of the glossary</source>
            <translation>mungkin tidak diucapkan: kata dari glosarium</translation>
        </message>
        <message>
            <source>hardly any sound under it</source>
            <translation>hampir tidak ada suaranya</translation>
        </message>
        <message>
            <source>recognised %1 times on end</source>
            <translation>dikenali %1 kali berturut-turut</translation>
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
        <message>
            <source>rules</source>
            <translation>aturan cari dan ganti</translation>
        </message>
        <message>
            <source>Cue %1 is marked: %7</source>
            <translation>Subtitle %1 ditandai: %7</translation>
        </message>
        <message>
            <source>%7 is not there any more</source>
            <translation>%7 sudah tidak ada</translation>
        </message>
        <message>
            <source>Choose it again in the cut</source>
            <translation>Pilih lagi di potongan</translation>
        </message>
        <message>
            <source>caption style</source>
            <translation>gaya teks</translation>
        </message>
        <message>
            <source>bumper before</source>
            <translation>bumper pembuka</translation>
        </message>
        <message>
            <source>bumper after</source>
            <translation>bumper penutup</translation>
        </message>
        <message>
            <source>takes</source>
            <translation>take lanjutan</translation>
        </message>
        <message>
            <source>cut</source>
            <translation>potongan</translation>
        </message>
        <message>
            <source>Cue %1 ends %2 s before the next, which flickers (close it, or leave %3 s)</source>
            <translation>Subtitle %1 selesai %2 dtk sebelum berikutnya, sehingga berkedip (rapatkan, atau beri %3 dtk)</translation>
        </message>
        <message>
            <source>Cue %1 parts a number from its unit: %7</source>
            <translation>Subtitle %1 memisahkan angka dari satuannya: %7</translation>
        </message>
        <message>
            <source>Cue %1 has two speakers, and a line without their dash: %7</source>
            <translation>Subtitle %1 punya dua pembicara, dan ada baris tanpa tanda hubungnya: %7</translation>
        </message>
        <message>
            <source>No line ends between a number and its unit</source>
            <translation>Tidak ada baris yang memisahkan angka dari satuannya</translation>
        </message>
    </context>
    <context>
        <name>Exchange</name>
        <message>
            <source>empty</source>
            <translation>kosong</translation>
        </message>
        <message>
            <source>series</source>
            <translation>seri</translation>
        </message>
        <message>
            <source>row %1</source>
            <translation>baris %1</translation>
        </message>
        <message>
            <source>Goes</source>
            <translation>Hilang</translation>
        </message>
        <message>
            <source>no longer in the series</source>
            <translation>tidak lagi dalam seri</translation>
        </message>
        <message>
            <source>%1 holds no item</source>
            <translation>%1 tidak berisi konten</translation>
        </message>
        <message>
            <source>Choose another file, or another sheet of it</source>
            <translation>Pilih berkas lain, atau lembar lain di dalamnya</translation>
        </message>
        <message>
            <source>%1 ends in %2, which is no calendar or sheet</source>
            <translation>%1 berakhiran %2, bukan kalender atau lembar</translation>
        </message>
        <message>
            <source>%1 has no ending, which is no calendar or sheet</source>
            <translation>%1 tidak punya akhiran, jadi bukan kalender atau lembar</translation>
        </message>
        <message>
            <source>Save it as .xlsx in Excel first</source>
            <translation>Simpan dulu sebagai .xlsx di Excel</translation>
        </message>
        <message>
            <source>Save it as .xlsx in LibreOffice first</source>
            <translation>Simpan dulu sebagai .xlsx di LibreOffice</translation>
        </message>
        <message>
            <source>Use a calendar (.ics), an Excel sheet (.xlsx) or a .csv</source>
            <translation>Pakai kalender (.ics), lembar Excel (.xlsx), atau .csv</translation>
        </message>
        <message>
            <source>There is no file %1</source>
            <translation>Berkas %1 tidak ada</translation>
        </message>
        <message>
            <source>Check the name, or choose the file again</source>
            <translation>Periksa namanya, atau pilih lagi berkasnya</translation>
        </message>
        <message>
            <source>%1 is a folder, not a file</source>
            <translation>%1 adalah folder, bukan berkas</translation>
        </message>
        <message>
            <source>Choose a file in it</source>
            <translation>Pilih berkas di dalamnya</translation>
        </message>
        <message>
            <source>%1 cannot be read</source>
            <translation>%1 tidak bisa dibaca</translation>
        </message>
        <message>
            <source>%1 cannot be written (%2)</source>
            <translation>%1 tidak bisa ditulis (%2)</translation>
        </message>
        <message>
            <source>Choose another folder, or allow writing to this one</source>
            <translation>Pilih folder lain, atau izinkan menulis ke folder ini</translation>
        </message>
        <message>
            <source>Close it if another program has it open, or choose a folder that you may write to</source>
            <translation>Tutup dulu kalau sedang dibuka program lain, atau pilih folder yang boleh Anda tulisi</translation>
        </message>
        <message>
            <source>The disk that holds %1 is full</source>
            <translation>Disk tempat %1 sudah penuh</translation>
        </message>
        <message>
            <source>Free some space, then try again</source>
            <translation>Kosongkan sedikit ruang, lalu coba lagi</translation>
        </message>
        <message>
            <source>The file holds no calendar</source>
            <translation>Berkas ini tidak berisi kalender</translation>
        </message>
        <message>
            <source>Export it again from the calendar program, as an .ics file</source>
            <translation>Ekspor lagi dari program kalender sebagai berkas .ics</translation>
        </message>
        <message>
            <source>%1 has %2 MB, more than any plan</source>
            <translation>%1 sebesar %2 MB, terlalu besar untuk sebuah rencana</translation>
        </message>
        <message>
            <source>The calendar holds more than %1 sessions, repeats included</source>
            <translation>Kalender ini berisi lebih dari %1 sesi, termasuk pengulangan</translation>
        </message>
        <message>
            <source>Export a shorter time from the calendar program</source>
            <translation>Ekspor rentang yang lebih pendek dari program kalender</translation>
        </message>
        <message>
            <source>Export a shorter time from the calendar program, of %1 MB at most</source>
            <translation>Ekspor rentang yang lebih pendek dari program kalender, paling besar %1 MB</translation>
        </message>
        <message>
            <source>%1 older versions of events in the file were passed over</source>
            <translation>%1 versi lama acara di berkas dilewati</translation>
        </message>
        <message>
            <source>The time zone "%1" is unknown: its times are read as %2</source>
            <translation>Zona waktu "%1" tidak dikenal: jamnya dibaca sebagai %2</translation>
        </message>
        <message>
            <source>Times without a time zone are read as %1</source>
            <translation>Jam tanpa zona waktu dibaca sebagai %1</translation>
        </message>
        <message>
            <source>%1 are no items and were passed over</source>
            <translation>%1 bukan konten dan dilewati</translation>
        </message>
        <message>
            <source>it lasts %1 days, and only its first day is taken</source>
            <translation>berlangsung %1 hari, dan hanya hari pertamanya yang diambil</translation>
        </message>
        <message>
            <source>The event has no title</source>
            <translation>Acara ini tidak punya judul</translation>
        </message>
        <message>
            <source>Give it one in the calendar program</source>
            <translation>Beri judul di program kalender</translation>
        </message>
        <message>
            <source>The event has no start</source>
            <translation>Acara ini tidak punya waktu mulai</translation>
        </message>
        <message>
            <source>The task repeats, but has no start</source>
            <translation>Tugas ini berulang, tetapi tidak punya waktu mulai</translation>
        </message>
        <message>
            <source>Give it a date in the calendar program</source>
            <translation>Beri tanggal di program kalender</translation>
        </message>
        <message>
            <source>Correct it in the calendar program</source>
            <translation>Perbaiki di program kalender</translation>
        </message>
        <message>
            <source>The event repeats by several rules at once</source>
            <translation>Acara ini berulang dengan beberapa aturan sekaligus</translation>
        </message>
        <message>
            <source>Make an event for each, then export again</source>
            <translation>Buat satu acara untuk tiap aturan, lalu ekspor lagi</translation>
        </message>
        <message>
            <source>It has no title</source>
            <translation>Tidak ada judulnya</translation>
        </message>
        <message>
            <source>It is %1 once more, which row %2 has already</source>
            <translation>Ini %1 lagi, padahal sudah ada di baris %2</translation>
        </message>
        <message>
            <source>The title is empty</source>
            <translation>Judulnya kosong</translation>
        </message>
        <message>
            <source>Give the item a title</source>
            <translation>Beri judul</translation>
        </message>
        <message>
            <source>%1 is no date</source>
            <translation>%1 bukan tanggal</translation>
        </message>
        <message>
            <source>%1 is no date that can be read</source>
            <translation>%1 bukan tanggal yang bisa dibaca</translation>
        </message>
        <message>
            <source>There is no such day as %1</source>
            <translation>Tidak ada tanggal %1</translation>
        </message>
        <message>
            <source>%1 is no duration</source>
            <translation>%1 bukan durasi</translation>
        </message>
        <message>
            <source>Dates are read with the day first</source>
            <translation>Tanggal dibaca dengan hari di depan</translation>
        </message>
        <message>
            <source>Dates are read with the month first: they would be none otherwise</source>
            <translation>Tanggal dibaca dengan bulan di depan: kalau tidak, tanggalnya tidak ada</translation>
        </message>
        <message>
            <source>The year %1 is taken from the title</source>
            <translation>Tahun %1 diambil dari judul</translation>
        </message>
        <message>
            <source>The year %1 follows from the dates around</source>
            <translation>Tahun %1 mengikuti tanggal di sekitarnya</translation>
        </message>
        <message>
            <source>The year %1 is the one in which the days of the week fit</source>
            <translation>Tahun %1 adalah tahun yang nama harinya cocok</translation>
        </message>
        <message>
            <source>Dates without a year are read as those nearest to today, %1 first</source>
            <translation>Tanggal tanpa tahun dibaca sebagai yang terdekat dengan hari ini, %1 dulu</translation>
        </message>
        <message>
            <source>%1 names another day of the week than its date has: the date counts</source>
            <translation>%1 menyebut hari yang tidak cocok dengan tanggalnya: tanggalnya yang dipakai</translation>
        </message>
        <message>
            <source>Dates between the rows count for those below them</source>
            <translation>Tanggal di antara baris berlaku untuk baris di bawahnya</translation>
        </message>
        <message>
            <source>A row with a time and no date has the date of the row above</source>
            <translation>Baris yang ada jamnya tetapi tanpa tanggal memakai tanggal baris di atasnya</translation>
        </message>
        <message>
            <source>Times without a time zone are read as those of the plan</source>
            <translation>Jam tanpa zona waktu dibaca sebagai jam rencana</translation>
        </message>
        <message>
            <source>Items on a platform such as “TikTok Live” are read as live sessions</source>
            <translation>Konten di platform seperti “TikTok Live” dibaca sebagai live</translation>
        </message>
        <message>
            <source>All items are read as live sessions, as the title says</source>
            <translation>Semua konten dibaca sebagai live, sesuai judulnya</translation>
        </message>
        <message>
            <source>All items are read as videos, as the title says</source>
            <translation>Semua konten dibaca sebagai video, sesuai judulnya</translation>
        </message>
        <message>
            <source>Other sheets look like plans too: %1</source>
            <translation>Lembar lain juga tampak seperti rencana: %1</translation>
        </message>
        <message>
            <source>The column %1 holds other words than its heading says: it is left out</source>
            <translation>Kolom %1 berisi hal lain dari judulnya: dilewati</translation>
        </message>
        <message>
            <source>Rows that repeat the headings are passed over: %1</source>
            <translation>Baris yang mengulang judul kolom dilewati: %1</translation>
        </message>
        <message>
            <source>Rows of sums are passed over: %1</source>
            <translation>Baris total dilewati: %1</translation>
        </message>
        <message>
            <source>Rows that only name a group are passed over: %1</source>
            <translation>Baris yang hanya nama kelompok dilewati: %1</translation>
        </message>
        <message>
            <source>Rows without a title are passed over: %1</source>
            <translation>Baris tanpa judul dilewati: %1</translation>
        </message>
        <message>
            <source>Rows beside the table are passed over: %1</source>
            <translation>Baris di luar tabel dilewati: %1</translation>
        </message>
        <message>
            <source>it is left out</source>
            <translation>dilewati</translation>
        </message>
        <message>
            <source>it is left out (%1 rows)</source>
            <translation>dilewati (%1 baris)</translation>
        </message>
        <message>
            <source>Give it one</source>
            <translation>Isi dulu</translation>
        </message>
        <message>
            <source>The date %1 cannot be understood</source>
            <translation>Tanggal %1 tidak bisa dipahami</translation>
        </message>
        <message>
            <source>there is no such day</source>
            <translation>hari itu tidak ada</translation>
        </message>
        <message>
            <source>Write it as 1 Des 2026 or 01/12/2026</source>
            <translation>Tulis seperti 1 Des 2026 atau 01/12/2026</translation>
        </message>
        <message>
            <source>%1 is a date too far away</source>
            <translation>%1 adalah tanggal yang terlalu jauh</translation>
        </message>
        <message>
            <source>Years go from %1 to %2</source>
            <translation>Tahun dari %1 sampai %2</translation>
        </message>
        <message>
            <source>The time %1 cannot be understood</source>
            <translation>Jam %1 tidak bisa dipahami</translation>
        </message>
        <message>
            <source>Write it as 19.00</source>
            <translation>Tulis seperti 19.00</translation>
        </message>
        <message>
            <source>It has the time %1 and no date</source>
            <translation>Ada jamnya (%1) tetapi tidak ada tanggalnya</translation>
        </message>
        <message>
            <source>Give it a date, or empty the time</source>
            <translation>Isi tanggalnya, atau kosongkan jamnya</translation>
        </message>
        <message>
            <source>%1 is no stage that is known</source>
            <translation>%1 bukan tahap yang dikenal</translation>
        </message>
        <message>
            <source>%1 is no kind of item that is known</source>
            <translation>%1 bukan jenis konten yang dikenal</translation>
        </message>
        <message>
            <source>The duration %1 cannot be understood</source>
            <translation>Durasi %1 tidak bisa dipahami</translation>
        </message>
        <message>
            <source>The episode %1 cannot be understood</source>
            <translation>Episode %1 tidak bisa dipahami</translation>
        </message>
        <message>
            <source>The series %1 cannot be read</source>
            <translation>Seri %1 tidak bisa dibaca</translation>
        </message>
        <message>
            <source>It has no start</source>
            <translation>Tidak ada waktu mulainya</translation>
        </message>
        <message>
            <source>It has no uid</source>
            <translation>Tidak ada uid-nya</translation>
        </message>
        <message>
            <source>Take the row from a new export</source>
            <translation>Ambil barisnya dari ekspor baru</translation>
        </message>
        <message>
            <source>%1 has no row of headings with a title among them</source>
            <translation>%1 tidak punya baris judul kolom yang memuat judul konten</translation>
        </message>
        <message>
            <source>One row must name the columns, such as Tanggal, Jam, Judul, PIC, Platform, Status</source>
            <translation>Satu baris harus menamai kolomnya, misalnya Tanggal, Jam, Judul, PIC, Platform, Status</translation>
        </message>
        <message>
            <source>%1 is no text</source>
            <translation>%1 bukan teks</translation>
        </message>
        <message>
            <source>Save the sheet as .xlsx or as CSV UTF-8, and choose that file</source>
            <translation>Simpan lembarnya sebagai .xlsx atau CSV UTF-8, lalu pilih berkas itu</translation>
        </message>
        <message>
            <source>%1 cannot be read as a .csv (%2)</source>
            <translation>%1 tidak bisa dibaca sebagai .csv (%2)</translation>
        </message>
        <message>
            <source>Save the sheet as .xlsx, and choose that file</source>
            <translation>Simpan lembarnya sebagai .xlsx, lalu pilih berkas itu</translation>
        </message>
        <message>
            <source>%1 is made of %2 parts, more than any plan</source>
            <translation>%1 terdiri dari %2 bagian, terlalu banyak untuk sebuah rencana</translation>
        </message>
        <message>
            <source>%1 unpacks to more than %2 MB</source>
            <translation>%1 mengembang menjadi lebih dari %2 MB</translation>
        </message>
        <message>
            <source>%1 has a sheet of more than %2 rows or %3 columns</source>
            <translation>%1 punya sheet dengan lebih dari %2 baris atau %3 kolom</translation>
        </message>
        <message>
            <source>Copy the rows of the plan into a new workbook, save it as .xlsx, and choose that one</source>
            <translation>Salin baris rencana ke buku kerja baru, simpan sebagai .xlsx, lalu pilih yang itu</translation>
        </message>
        <message>
            <source>%1 is protected by a password</source>
            <translation>%1 dilindungi kata sandi</translation>
        </message>
        <message>
            <source>Save it without one, then try again</source>
            <translation>Simpan tanpa kata sandi, lalu coba lagi</translation>
        </message>
        <message>
            <source>Open it in Excel, take the password off (File, Info, Protect Workbook), save it, and try again</source>
            <translation>Buka di Excel, lepas kata sandinya (File, Info, Proteksi Buku Kerja), simpan, lalu coba lagi</translation>
        </message>
        <message>
            <source>%1 is damaged: it cannot be opened as a workbook</source>
            <translation>%1 rusak: tidak bisa dibuka sebagai buku kerja</translation>
        </message>
        <message>
            <source>Open it in Excel or Google Sheets and save it as .xlsx anew, or get it once more from whoever sent it</source>
            <translation>Buka di Excel atau Google Sheets dan simpan lagi sebagai .xlsx, atau minta lagi dari pengirimnya</translation>
        </message>
        <message>
            <source>Open it in Excel or Google Sheets, save it as .xlsx, and choose that file</source>
            <translation>Buka di Excel atau Google Sheets, simpan sebagai .xlsx, lalu pilih berkas itu</translation>
        </message>
        <message>
            <source>%1 is empty</source>
            <translation>%1 kosong</translation>
        </message>
        <message>
            <source>Choose another file, or save the sheet once more</source>
            <translation>Pilih berkas lain, atau simpan lagi lembarnya</translation>
        </message>
        <message>
            <source>Close it elsewhere, or copy it</source>
            <translation>Tutup di tempat lain, atau salin dulu</translation>
        </message>
        <message>
            <source>%1 is %2, not a sheet</source>
            <translation>%1 adalah %2, bukan lembar</translation>
        </message>
        <message>
            <source>Choose the sheet of the plan</source>
            <translation>Pilih lembar rencananya</translation>
        </message>
        <message>
            <source>Choose an Excel sheet (.xlsx) or a .csv</source>
            <translation>Pilih lembar Excel (.xlsx) atau .csv</translation>
        </message>
        <message>
            <source>%1 is a web page under the name of a sheet</source>
            <translation>%1 adalah halaman web yang diberi nama lembar</translation>
        </message>
        <message>
            <source>%1 is neither a workbook nor a text</source>
            <translation>%1 bukan buku kerja dan bukan teks</translation>
        </message>
        <message>
            <source>%1 has no sheet %2</source>
            <translation>%1 tidak punya lembar %2</translation>
        </message>
        <message>
            <source>Choose one of: %1</source>
            <translation>Pilih salah satu: %1</translation>
        </message>
        <message>
            <source>Export a shorter time</source>
            <translation>Ekspor rentang waktu yang lebih pendek</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Tanggal</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Durasi</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Rekaman</translation>
        </message>
        <message>
            <source>Template of the script</source>
            <translation>Templat naskah</translation>
        </message>
        <message>
            <source>Template of the thumbnail</source>
            <translation>Templat thumbnail</translation>
        </message>
        <message>
            <source>Template of the deck</source>
            <translation>Templat dek</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Jawaban</translation>
        </message>
        <message>
            <source>Repeats</source>
            <translation>Berulang</translation>
        </message>
        <message>
            <source>Skipped dates</source>
            <translation>Tanggal yang dilewati</translation>
        </message>
        <message>
            <source>Belongs to a series</source>
            <translation>Bagian dari seri</translation>
        </message>
        <message>
            <source>Date in its series</source>
            <translation>Tanggal dalam serinya</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ya</translation>
        </message>
        <message>
            <source>Empty its ID and UID if it is another item</source>
            <translation>Kosongkan ID dan UID-nya kalau ini konten lain</translation>
        </message>
        <message>
            <source>Another table is read, with its headings in row %1: %2</source>
            <translation>Tabel lain ikut dibaca, judul kolomnya di baris %1: %2</translation>
        </message>
        <message>
            <source>Rows of errors are passed over: %1</source>
            <translation>Baris yang hanya berisi error dilewati: %1</translation>
        </message>
        <message>
            <source>The date shows %1, an error of its formula</source>
            <translation>Tanggalnya berisi %1, rumusnya error</translation>
        </message>
        <message>
            <source>The time shows %1, an error of its formula</source>
            <translation>Jamnya berisi %1, rumusnya error</translation>
        </message>
        <message>
            <source>The title shows %1, an error of its formula</source>
            <translation>Judulnya berisi %1, rumusnya error</translation>
        </message>
        <message>
            <source>The column %1 shows %2, an error of its formula</source>
            <translation>Kolom %1 berisi %2, rumusnya error</translation>
        </message>
        <message>
            <source>Mend it in the sheet</source>
            <translation>Perbaiki di lembarnya</translation>
        </message>
        <message>
            <source>The date is a formula that was never calculated</source>
            <translation>Tanggalnya rumus yang belum pernah dihitung</translation>
        </message>
        <message>
            <source>The time is a formula that was never calculated</source>
            <translation>Jamnya rumus yang belum pernah dihitung</translation>
        </message>
        <message>
            <source>The title is a formula that was never calculated</source>
            <translation>Judulnya rumus yang belum pernah dihitung</translation>
        </message>
        <message>
            <source>The column %1 is a formula that was never calculated</source>
            <translation>Kolom %1 berisi rumus yang belum pernah dihitung</translation>
        </message>
        <message>
            <source>Open the sheet in Excel or LibreOffice, save it, and choose it again</source>
            <translation>Buka di Excel atau LibreOffice, simpan, lalu pilih lagi</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>Ekspor</translation>
        </message>
        <message>
            <source>Only what the filters show</source>
            <translation>Hanya yang lolos filter</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Export the plan</source>
            <translation>Ekspor rencana</translation>
        </message>
        <message>
            <source>Which items</source>
            <translation>Konten yang mana</translation>
        </message>
        <message>
            <source>From one day to another</source>
            <translation>Dari tanggal sampai tanggal</translation>
        </message>
        <message>
            <source>Everything, ideas with no date too</source>
            <translation>Semuanya, termasuk ide tanpa tanggal</translation>
        </message>
        <message>
            <source>Headings of the sheet</source>
            <translation>Judul kolom</translation>
        </message>
        <message>
            <source>Excel (.xlsx)</source>
            <translation>Excel (.xlsx)</translation>
        </message>
        <message>
            <source>A table with filters and drop-down lists, a summary and a pivot</source>
            <translation>Tabel dengan filter dan daftar pilihan, ringkasan, dan pivot</translation>
        </message>
        <message>
            <source>CSV (.csv)</source>
            <translation>CSV (.csv)</translation>
        </message>
        <message>
            <source>For other programs; Excel opens it with a double click</source>
            <translation>Untuk program lain; Excel membukanya dengan klik ganda</translation>
        </message>
        <message>
            <source>Calendar (.ics)</source>
            <translation>Kalender (.ics)</translation>
        </message>
        <message>
            <source>For Google Calendar, Outlook and phones, with repeats</source>
            <translation>Untuk Google Kalender, Outlook, dan ponsel, lengkap dengan pengulangan</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>to</source>
            <translation>sampai</translation>
        </message>
        <message>
            <source>No item of the plan fits.</source>
            <translation>Tidak ada konten yang cocok.</translation>
        </message>
        <message numerus="yes">
            <source>Export %n item(s)…</source>
            <translation>
                <numerusform>Ekspor %n konten…</numerusform>
            </translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Ekspor…</translation>
        </message>
        <message>
            <source>plan</source>
            <comment>a file's name</comment>
            <translation>rencana</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>Ekspor ke</translation>
        </message>
        <message>
            <source>Exporting…</source>
            <translation>Sedang mengekspor…</translation>
        </message>
        <message numerus="yes">
            <source>Exported %n item(s) to %1</source>
            <translation>
                <numerusform>%n konten diekspor ke %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Buka</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
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
            <source>Studio</source>
            <translation>Studio</translation>
        </message>
        <message>
            <source>Studio A</source>
            <translation>Studio A</translation>
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
        <name>FileField</name>
        <message>
            <source>Choose…</source>
            <translation>Pilih…</translation>
        </message>
        <message>
            <source>Take it out</source>
            <translation>Keluarkan</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Tidak ada</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>Items with a step that should be done by now</source>
            <translation>Konten yang punya langkah yang seharusnya sudah selesai</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Hapus semua</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Semua</translation>
        </message>
        <message>
            <source>At risk %1</source>
            <translation>Berisiko %1</translation>
        </message>
        <message>
            <source>Filters (%1)</source>
            <translation>Filter (%1)</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Lainnya</translation>
        </message>
    </context>
    <context>
        <name>FilterChip</name>
        <message>
            <source>Show every %1 again</source>
            <translation>Tampilkan semua %1 lagi</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
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
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Studio</translation>
        </message>
        <message>
            <source>Platform</source>
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
            <source>Language</source>
            <translation>Bahasa</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Readiness</source>
            <translation>Kesiapan</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>siap</translation>
        </message>
        <message>
            <source>in work</source>
            <translation>dikerjakan</translation>
        </message>
        <message>
            <source>nothing made</source>
            <translation>belum ada</translation>
        </message>
        <message>
            <source>at risk</source>
            <translation>berisiko</translation>
        </message>
        <message>
            <source>none</source>
            <comment>an empty field</comment>
            <translation>kosong</translation>
        </message>
    </context>
    <context>
        <name>Heads</name>
        <message>
            <source>Reset the columns</source>
            <translation>Kembalikan kolom semula</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Import</source>
            <translation>Impor</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Lembar</translation>
        </message>
        <message>
            <source>Choose another file…</source>
            <translation>Pilih berkas lain…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>A sheet or a calendar</source>
            <translation>Lembar atau kalender</translation>
        </message>
        <message>
            <source>Sheets and calendars (*.xlsx *.xlsm *.xls *.ods *.csv *.ics)</source>
            <translation>Lembar dan kalender (*.xlsx *.xlsm *.xls *.ods *.csv *.ics)</translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n baru</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n perubahan</numerusform>
            </translation>
        </message>
        <message>
            <source>Import %1</source>
            <translation>Impor %1</translation>
        </message>
        <message>
            <source>The plan was changed while you looked: this is what the file would change now.</source>
            <translation>Rencana berubah selagi Anda melihat: inilah yang akan diubah berkas ini sekarang.</translation>
        </message>
        <message>
            <source>Nothing in this file can be taken over.</source>
            <translation>Tidak ada yang bisa diambil dari berkas ini.</translation>
        </message>
        <message>
            <source>Nothing is changed yet. A backup is made first, and Undo takes all of it back.</source>
            <translation>Belum ada yang diubah. Cadangan dibuat dulu, dan Urungkan mengembalikan semuanya.</translation>
        </message>
        <message>
            <source>Importing %1…</source>
            <translation>Mengimpor %1…</translation>
        </message>
        <message numerus="yes">
            <source>%n new item(s)</source>
            <translation>
                <numerusform>%n konten baru</numerusform>
            </translation>
        </message>
        <message>
            <source>Imported from %1: %2</source>
            <translation>Diimpor dari %1: %2</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Urungkan</translation>
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
        <message>
            <source>Which of those that repeat</source>
            <translation>Yang mana dari yang berulang</translation>
        </message>
        <message>
            <source>Only this one</source>
            <translation>Hanya yang ini</translation>
        </message>
        <message>
            <source>This and following</source>
            <translation>Ini dan seterusnya</translation>
        </message>
        <message>
            <source>All of them</source>
            <translation>Semuanya</translation>
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
            <source>Time</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Durasi</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Tahap</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Siap</translation>
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
            <source>Studio</source>
            <translation>Studio</translation>
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
            <source>Language</source>
            <translation>Bahasa</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Jenis</translation>
        </message>
        <message>
            <source>No groups</source>
            <translation>Tanpa grup</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Hari</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Minggu</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>Platform</translation>
        </message>
        <message>
            <source>No date yet</source>
            <translation>Belum ada tanggal</translation>
        </message>
        <message>
            <source>No owner</source>
            <translation>Belum ada PIC</translation>
        </message>
        <message>
            <source>No campaign</source>
            <translation>Tanpa kampanye</translation>
        </message>
        <message>
            <source>No series</source>
            <translation>Tanpa seri</translation>
        </message>
        <message>
            <source>No platform</source>
            <translation>Tanpa platform</translation>
        </message>
        <message>
            <source>Week %1 · %2 – %3</source>
            <translation>Minggu %1 · %2 – %3</translation>
        </message>
        <message>
            <source>Clash</source>
            <translation>Bentrok</translation>
        </message>
        <message>
            <source>At risk</source>
            <translation>Terancam telat</translation>
        </message>
        <message>
            <source>There is no such day as “%1”</source>
            <translation>Tidak ada tanggal “%1”</translation>
        </message>
        <message>
            <source>Write day and month, such as 8/12 or 8 Dec</source>
            <translation>Tulis tanggal dan bulan, misalnya 8/12 atau 8 Des</translation>
        </message>
        <message>
            <source>“%1” is no time</source>
            <translation>“%1” bukan jam</translation>
        </message>
        <message>
            <source>Write it as 19:30, or leave it empty for the whole day</source>
            <translation>Tulis seperti 19.30, atau kosongkan untuk seharian</translation>
        </message>
        <message>
            <source>“%1” has no date yet</source>
            <translation>“%1” belum punya tanggal</translation>
        </message>
        <message>
            <source>Give it a date first, then a time</source>
            <translation>Isi tanggalnya dulu, baru jamnya</translation>
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
            <source>No item holds “%1”.</source>
            <translation>Tidak ada konten dengan “%1”.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 dari %2</translation>
        </message>
        <message>
            <source>No item that fits the filter holds “%1”.</source>
            <translation>Tidak ada konten sesuai filter dengan “%1”.</translation>
        </message>
        <message>
            <source>No item fits the filter.</source>
            <translation>Tidak ada konten yang sesuai filter.</translation>
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
        <name>LeadTimesPanel</name>
        <message>
            <source>Lead times</source>
            <translation>Tenggat tiap langkah</translation>
        </message>
        <message>
            <source>How many working days before publishing a step is due. Weekends, holidays, joint leave and blackout days are skipped. A step is never due after what is made from it. Below 0: no due day.</source>
            <translation>Berapa hari kerja sebelum tayang sebuah langkah harus selesai. Akhir pekan, hari libur, cuti bersama, dan hari blackout dilewati. Sebuah langkah tidak pernah jatuh tempo sesudah hasil yang dibuat darinya. Di bawah 0: tanpa tenggat.</translation>
        </message>
        <message>
            <source>As usual again</source>
            <translation>Kembali seperti semula</translation>
        </message>
        <message>
            <source>none</source>
            <translation>tanpa</translation>
        </message>
    </context>
    <context>
        <name>ListBar</name>
        <message>
            <source>Columns</source>
            <translation>Kolom</translation>
        </message>
        <message>
            <source>Grouped: %1</source>
            <translation>Grup: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n chosen, for all of them:</source>
            <translation>
                <numerusform>%n dipilih, ubah semua:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListModel</name>
        <message>
            <source>folded</source>
            <translation>dilipat</translation>
        </message>
    </context>
    <context>
        <name>ListView</name>
        <message>
            <source>Items</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>No items in %1. Press C to plan one.</source>
            <translation>Belum ada konten di %1. Tekan C untuk membuatnya.</translation>
        </message>
    </context>
    <context>
        <name>Menu</name>
        <message>
            <source>Open</source>
            <translation>Buka</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Ganti nama</translation>
        </message>
        <message>
            <source>Edit the repeat…</source>
            <translation>Ubah pengulangan…</translation>
        </message>
        <message>
            <source>Repeat…</source>
            <translation>Ulangi…</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Tahap</translation>
        </message>
        <message>
            <source>Move to the ideas</source>
            <translation>Pindahkan ke ide</translation>
        </message>
        <message>
            <source>Skip this one…</source>
            <translation>Lewati yang ini…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>New item</source>
            <translation>Konten baru</translation>
        </message>
        <message>
            <source>Holidays and own days of %1…</source>
            <translation>Hari libur dan hari tim, %1…</translation>
        </message>
        <message>
            <source>Subtitle in the queue</source>
            <translation>Buat subtitle di antrean</translation>
        </message>
    </context>
    <context>
        <name>ModelRow</name>
        <message>
            <source>Damaged</source>
            <translation>Rusak</translation>
        </message>
        <message>
            <source>Not for Indonesian</source>
            <translation>Bukan untuk Indonesia</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Get</source>
            <translation>Unduh</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Lanjutkan</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Buang</translation>
        </message>
        <message>
            <source>Get again</source>
            <translation>Unduh lagi</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Hapus…</translation>
        </message>
        <message>
            <source>Prepare</source>
            <translation>Siapkan</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Periksa</translation>
        </message>
    </context>
    <context>
        <name>ModelsPanel</name>
        <message>
            <source>Add from a file…</source>
            <translation>Tambah dari file…</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
        <message>
            <source>Mirror and proxy</source>
            <translation>Mirror dan proxy</translation>
        </message>
        <message>
            <source>The settings are saved.</source>
            <translation>Pengaturan tersimpan.</translation>
        </message>
        <message>
            <source>Speech is recognised by one of Whisper's checkpoints, downloaded once. With none, subtitles are timed from the item's script.</source>
            <translation>Ucapan dikenali oleh salah satu model Whisper yang cukup diunduh sekali. Tanpa model, waktu subtitle dihitung dari naskah.</translation>
        </message>
        <message>
            <source>Speech checkpoints</source>
            <translation>Model pengenal suara</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Memeriksa…</translation>
        </message>
        <message>
            <source>They lie in %1. %2 are free there.</source>
            <translation>Letaknya di %1. Ruang kosong di sana %2.</translation>
        </message>
        <message>
            <source>They lie in %1.</source>
            <translation>Letaknya di %1.</translation>
        </message>
        <message>
            <source>Show fewer</source>
            <translation>Tampilkan lebih sedikit</translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Tampilkan %n lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>Removed: %1</source>
            <translation>Dihapus: %1</translation>
        </message>
        <message>
            <source>%1 is ready: recordings are recognised with it.</source>
            <translation>%1 siap: rekaman kini dikenali dengannya.</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>Utas</translation>
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
        <name>NetworkForm</name>
        <message>
            <source>OpenAI's own place</source>
            <translation>Tempat asli OpenAI</translation>
        </message>
        <message>
            <source>As the system is set</source>
            <translation>Sesuai pengaturan sistem</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>Mirror</source>
            <translation>Mirror</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>%1 is set in the environment and comes first.</source>
            <translation>%1 diatur di lingkungan sistem dan didahulukan.</translation>
        </message>
    </context>
    <context>
        <name>NewModel</name>
        <message>
            <source>Row</source>
            <translation>Baris</translation>
        </message>
        <message numerus="yes">
            <source>%n date(s)</source>
            <translation>
                <numerusform>%n tanggal</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewTable</name>
        <message>
            <source>New items</source>
            <translation>Konten baru</translation>
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
        <name>Opening</name>
        <message>
            <source>Choose a file…</source>
            <translation>Pilih berkas…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Drop a sheet or a calendar here</source>
            <translation>Letakkan lembar atau kalender di sini</translation>
        </message>
        <message>
            <source>Your team's Excel sheet (.xlsx), a .csv, or a calendar (.ics). You see first what it would change.</source>
            <translation>Lembar Excel tim (.xlsx), .csv, atau kalender (.ics). Anda melihat dulu apa yang akan berubah.</translation>
        </message>
        <message>
            <source>A sheet needs one row an item and a heading such as Judul, Tanggal or Title. Other headings may stand in any order, in Indonesian or English.</source>
            <translation>Lembar cukup punya satu baris per konten dan judul kolom seperti Judul, Tanggal, atau Title. Kolom lain boleh dalam urutan apa pun, bahasa Indonesia atau Inggris.</translation>
        </message>
        <message>
            <source>Reading %1…</source>
            <translation>Membaca %1…</translation>
        </message>
        <message>
            <source>A backup is made first.</source>
            <translation>Cadangan dibuat dulu.</translation>
        </message>
        <message>
            <source>%1 changes nothing</source>
            <translation>%1 tidak mengubah apa pun</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) are the same in the plan.</source>
            <translation>
                <numerusform>%n konten sama dengan yang di rencana.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) of the plan are not in it, and stay as they are.</source>
            <translation>
                <numerusform>%n konten di rencana tidak ada di dalamnya, dan tetap seperti sekarang.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Options</name>
        <message>
            <source>Language</source>
            <translation>Bahasa</translation>
        </message>
        <message>
            <source>Recognition</source>
            <translation>Pengenalan</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>Formats</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>Naskah</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Hasil</translation>
        </message>
        <message>
            <source>detect</source>
            <translation>deteksi</translation>
        </message>
        <message>
            <source>by the picture</source>
            <translation>menurut gambar</translation>
        </message>
        <message>
            <source>none</source>
            <translation>tidak ada</translation>
        </message>
        <message>
            <source>beside the recording</source>
            <translation>di samping rekaman</translation>
        </message>
        <message>
            <source>only the script's timing</source>
            <translation>hanya waktu naskah</translation>
        </message>
        <message>
            <source>OpenAI's own, slow</source>
            <translation>milik OpenAI, lambat</translation>
        </message>
        <message>
            <source>automatic</source>
            <translation>otomatis</translation>
        </message>
        <message>
            <source>captions in the picture (%1)</source>
            <translation>teks di gambar (%1)</translation>
        </message>
        <message>
            <source>as a track</source>
            <translation>sebagai trek</translation>
        </message>
        <message>
            <source>Detect it in each recording</source>
            <translation>Deteksi di tiap rekaman</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>Lainnya</translation>
        </message>
        <message>
            <source>Automatic: the best checkpoint that is installed</source>
            <translation>Otomatis: checkpoint terbaik yang terpasang</translation>
        </message>
        <message>
            <source>Only the timing of the script, with no recognition</source>
            <translation>Hanya waktu naskah, tanpa pengenalan</translation>
        </message>
        <message>
            <source>OpenAI's own program: slow, to compare</source>
            <translation>Program OpenAI sendiri: lambat, untuk pembanding</translation>
        </message>
        <message>
            <source>By the picture's shape and the language</source>
            <translation>Menurut bentuk gambar dan bahasa</translation>
        </message>
        <message>
            <source>plain text</source>
            <translation>teks biasa</translation>
        </message>
        <message>
            <source>A video with captions in its picture</source>
            <translation>Video dengan teks di gambarnya</translation>
        </message>
        <message>
            <source>A video with captions as a track</source>
            <translation>Video dengan teks sebagai trek</translation>
        </message>
        <message>
            <source>Keep clear of what the platform draws</source>
            <translation>Hindari tampilan platform</translation>
        </message>
        <message>
            <source>As usual</source>
            <translation>Seperti biasa</translation>
        </message>
        <message>
            <source>Style of the captions</source>
            <translation>Gaya teks</translation>
        </message>
        <message>
            <source>Choose it on a frame…</source>
            <translation>Pilih pada satu bingkai…</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>Tidak diketahui</translation>
        </message>
        <message>
            <source>Choose the file with what is said…</source>
            <translation>Pilih file berisi ucapannya…</translation>
        </message>
        <message>
            <source>Beside each recording</source>
            <translation>Di samping tiap rekaman</translation>
        </message>
        <message>
            <source>In a folder…</source>
            <translation>Di satu folder…</translation>
        </message>
    </context>
    <context>
        <name>OptionsBar</name>
        <message>
            <source>differs</source>
            <translation>berbeda-beda</translation>
        </message>
        <message>
            <source>The item says it</source>
            <translation>Ditentukan oleh kontennya</translation>
        </message>
        <message>
            <source>Where to write</source>
            <translation>Tempat menyimpan</translation>
        </message>
        <message>
            <source>What is said</source>
            <translation>Yang diucapkan</translation>
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
        <message numerus="yes">
            <source>Removed %n items</source>
            <translation>
                <numerusform>%n konten dihapus</numerusform>
            </translation>
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
        <message>
            <source>Removed the view “%1”</source>
            <translation>Tampilan “%1” dihapus</translation>
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
            <source>Restore this backup</source>
            <translation>Pulihkan cadangan ini</translation>
        </message>
        <message>
            <source>Begin with an empty plan</source>
            <translation>Mulai dengan rencana kosong</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Coba lagi</translation>
        </message>
        <message>
            <source>Restore from a file…</source>
            <translation>Pulihkan dari berkas…</translation>
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
            <source>The damaged file is kept as it is in the folder “backups”. Nothing is deleted.</source>
            <translation>Berkas yang rusak tetap disimpan di folder “backups”. Tidak ada yang dihapus.</translation>
        </message>
        <message>
            <source>The plan is damaged</source>
            <translation>Rencana ini rusak</translation>
        </message>
        <message>
            <source>This workspace cannot be opened</source>
            <translation>Ruang kerja ini tidak bisa dibuka</translation>
        </message>
        <message>
            <source>Looking for the newest good backup…</source>
            <translation>Mencari cadangan terbaru yang utuh…</translation>
        </message>
        <message>
            <source>The newest good backup</source>
            <translation>Cadangan terbaru yang utuh</translation>
        </message>
        <message>
            <source>There is no good backup in this workspace</source>
            <translation>Tidak ada cadangan yang utuh di ruang kerja ini</translation>
        </message>
        <message>
            <source>A copy that you have elsewhere can be restored from its file.</source>
            <translation>Salinan yang Anda simpan di tempat lain bisa dipulihkan dari berkasnya.</translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) were looked at, and none is whole.</source>
            <translation>
                <numerusform>%n cadangan sudah diperiksa, dan tidak ada yang utuh.</numerusform>
            </translation>
        </message>
        <message>
            <source>Restoring…</source>
            <translation>Memulihkan…</translation>
        </message>
        <message>
            <source>The workspace's folder</source>
            <translation>Folder ruang kerja</translation>
        </message>
    </context>
    <context>
        <name>Profiles</name>
        <message>
            <source>Copy a profile</source>
            <translation>Salin profil</translation>
        </message>
        <message>
            <source>Name of the copy of %1 (letters, digits, hyphens)</source>
            <translation>Nama salinan %1 (huruf, angka, tanda hubung)</translation>
        </message>
    </context>
    <context>
        <name>ProfilesPanel</name>
        <message>
            <source>The rules by which subtitles are broken and timed. Which one holds goes by the picture's shape and the language. Copy one to change its figures; a copy of the same name takes its place in this workspace.</source>
            <translation>Aturan untuk memenggal dan mengatur waktu subtitle. Profil dipilih menurut bentuk gambar dan bahasanya. Salin satu untuk mengubah angkanya; salinan dengan nama sama menggantikannya di ruang kerja ini.</translation>
        </message>
        <message>
            <source>Subtitle profiles</source>
            <translation>Profil subtitle</translation>
        </message>
        <message>
            <source>This workspace's</source>
            <translation>Milik ruang kerja ini</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Buka</translation>
        </message>
        <message>
            <source>Copy…</source>
            <translation>Salin…</translation>
        </message>
        <message>
            <source>%1 characters a second</source>
            <translation>%1 karakter per detik</translation>
        </message>
        <message>
            <source>%1 characters a second, %2 at most</source>
            <translation>%1 karakter per detik, paling banyak %2</translation>
        </message>
        <message>
            <source>%1 lines of %2</source>
            <translation>%1 baris × %2 karakter</translation>
        </message>
        <message>
            <source>%1 to %2 s</source>
            <translation>%1 sampai %2 dtk</translation>
        </message>
        <message numerus="yes">
            <source>%n frame(s) between</source>
            <translation>
                <numerusform>jeda %n frame</numerusform>
            </translation>
        </message>
        <message>
            <source>Copied: change the figures in %1</source>
            <translation>Disalin: ubah angkanya di %1</translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message>
            <source>Waiting</source>
            <translation>Menunggu</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>Dikerjakan</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Selesai</translation>
        </message>
        <message>
            <source>Done before</source>
            <translation>Sudah ada</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Gagal</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>Disisihkan</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Dibatalkan</translation>
        </message>
        <message>
            <source>Detect</source>
            <translation>Deteksi</translation>
        </message>
        <message>
            <source>Up next</source>
            <translation>Berikutnya</translation>
        </message>
        <message>
            <source>No words</source>
            <translation>Tanpa kata</translation>
        </message>
        <message>
            <source>%1 of %2 done</source>
            <translation>%1 dari %2 selesai</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>dijeda</translation>
        </message>
        <message numerus="yes">
            <source>%n need(s) a look.</source>
            <translation>
                <numerusform>%n perlu dilihat.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing needs a look.</source>
            <translation>Tidak ada yang perlu dilihat.</translation>
        </message>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n perlu dilihat</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n catatan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>%n selesai</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done before</source>
            <translation>
                <numerusform>%n sudah ada</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n gagal</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n set aside</source>
            <translation>
                <numerusform>%n disisihkan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cancelled</source>
            <translation>
                <numerusform>%n dibatalkan</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueueBanner</name>
        <message>
            <source>Show them</source>
            <translation>Tampilkan</translation>
        </message>
        <message>
            <source>Try the failed ones again</source>
            <translation>Coba lagi yang gagal</translation>
        </message>
        <message>
            <source>Clear what is done</source>
            <translation>Bersihkan yang selesai</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Lanjutkan</translation>
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
        <message>
            <source>Subtitles</source>
            <translation>Subtitle</translation>
        </message>
    </context>
    <context>
        <name>QueueHead</name>
        <message>
            <source>How far the queue is</source>
            <translation>Kemajuan antrean</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>Tambah…</translation>
        </message>
        <message>
            <source>Files…</source>
            <translation>File…</translation>
        </message>
        <message>
            <source>A folder…</source>
            <translation>Folder…</translation>
        </message>
        <message>
            <source>Subtitles</source>
            <translation>Subtitle</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Lanjutkan</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Mulai</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Jeda</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Menghentikan…</translation>
        </message>
        <message>
            <source>Watching “%1”</source>
            <translation>Memantau “%1”</translation>
        </message>
        <message numerus="yes">
            <source>Watching %n folder(s)</source>
            <translation>
                <numerusform>Memantau %n folder</numerusform>
            </translation>
        </message>
        <message>
            <source>Watch a folder…</source>
            <translation>Pantau folder…</translation>
        </message>
    </context>
    <context>
        <name>QueueMenu</name>
        <message>
            <source>Open the subtitles</source>
            <translation>Buka subtitle</translation>
        </message>
        <message>
            <source>Open the video</source>
            <translation>Buka video</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
        <message>
            <source>To the top</source>
            <translation>Ke paling atas</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>Ke paling akhir</translation>
        </message>
        <message>
            <source>Make again</source>
            <translation>Buat lagi</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batalkan</translation>
        </message>
        <message>
            <source>Remove from the queue</source>
            <translation>Hapus dari antrean</translation>
        </message>
        <message>
            <source>Watch it no more</source>
            <translation>Berhenti memantau</translation>
        </message>
        <message>
            <source>Watch another folder…</source>
            <translation>Pantau folder lain…</translation>
        </message>
    </context>
    <context>
        <name>QueueModel</name>
        <message>
            <source>Recording</source>
            <translation>Rekaman</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Durasi</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Bahasa</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>Sisa waktu</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>Perlu dilihat</translation>
        </message>
    </context>
    <context>
        <name>QueueTable</name>
        <message>
            <source>Recordings in the queue</source>
            <translation>Rekaman di antrean</translation>
        </message>
    </context>
    <context>
        <name>QueueWork</name>
        <message numerus="yes">
            <source>%n recording(s) still wait for subtitles.</source>
            <translation>
                <numerusform>%n rekaman masih menunggu subtitle.</numerusform>
            </translation>
        </message>
        <message>
            <source>The work was cut off. It goes on where it was</source>
            <translation>Pekerjaannya terputus. Dilanjutkan dari tempat terakhir</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Lanjutkan</translation>
        </message>
        <message numerus="yes">
            <source>Subtitles for %n recording(s)</source>
            <translation>
                <numerusform>Subtitle untuk %n rekaman</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other(s) could not be taken either</source>
            <translation>
                <numerusform>%n lainnya juga tidak dapat diambil</numerusform>
            </translation>
        </message>
        <message>
            <source>It is in the queue already.</source>
            <translation>Sudah ada di antrean.</translation>
        </message>
        <message numerus="yes">
            <source>%n recording(s) added to the queue.</source>
            <translation>
                <numerusform>%n rekaman ditambahkan ke antrean.</numerusform>
            </translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Tampilkan</translation>
        </message>
        <message numerus="yes">
            <source>%n recording(s) taken out of the queue; their files stay.</source>
            <translation>
                <numerusform>%n rekaman dikeluarkan dari antrean; filenya tetap ada.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>New in the watched folder: %1</source>
            <translation>Baru di folder pantauan: %1</translation>
        </message>
        <message>
            <source>The queue is paused.</source>
            <translation>Antrean dijeda.</translation>
        </message>
        <message>
            <source>The queue goes on.</source>
            <translation>Antrean dilanjutkan.</translation>
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
        <name>Reading</name>
        <message>
            <source>Line too long</source>
            <translation>Baris terlalu panjang</translation>
        </message>
        <message>
            <source>Too many lines</source>
            <translation>Terlalu banyak baris</translation>
        </message>
        <message>
            <source>Too fast to read</source>
            <translation>Terlalu cepat dibaca</translation>
        </message>
        <message>
            <source>Shown too briefly</source>
            <translation>Tampil terlalu singkat</translation>
        </message>
        <message>
            <source>Shown too long</source>
            <translation>Tampil terlalu lama</translation>
        </message>
        <message>
            <source>Stays after its speech</source>
            <translation>Bertahan setelah ucapan</translation>
        </message>
        <message>
            <source>Overlaps the next</source>
            <translation>Bertumpuk dengan berikutnya</translation>
        </message>
        <message>
            <source>Too close to the next</source>
            <translation>Terlalu rapat</translation>
        </message>
        <message>
            <source>Gap that flickers</source>
            <translation>Jeda yang berkedip</translation>
        </message>
        <message>
            <source>After the video's end</source>
            <translation>Melewati akhir video</translation>
        </message>
        <message>
            <source>Number parted from its unit</source>
            <translation>Angka terpisah dari satuan</translation>
        </message>
        <message>
            <source>Two speakers, one dash</source>
            <translation>Dua pembicara, satu tanda</translation>
        </message>
        <message>
            <source>Look at the words</source>
            <translation>Periksa kata-katanya</translation>
        </message>
        <message>
            <source>No cues at all</source>
            <translation>Tidak ada subtitle</translation>
        </message>
        <message numerus="yes">
            <source>%n cue(s)</source>
            <translation>
                <numerusform>%n subtitle</numerusform>
            </translation>
        </message>
        <message>
            <source>longest line %1</source>
            <translation>baris terpanjang %1</translation>
        </message>
        <message>
            <source>%1 characters a second at most</source>
            <translation>paling cepat %1 karakter per detik</translation>
        </message>
    </context>
    <context>
        <name>Recovery</name>
        <message>
            <source>The plan on the disk is damaged.</source>
            <translation>Rencana di disk rusak.</translation>
        </message>
        <message>
            <source>What you change now may be lost. A backup can be brought back; the damaged file is kept</source>
            <translation>Perubahan yang Anda buat sekarang bisa hilang. Cadangan bisa dipulihkan; berkas yang rusak tetap disimpan</translation>
        </message>
        <message>
            <source>Show the way out</source>
            <translation>Lihat jalan keluarnya</translation>
        </message>
        <message>
            <source>This workspace lies on a network drive, where the plan can lose changes.</source>
            <translation>Ruang kerja ini ada di drive jaringan; perubahan rencana bisa hilang di sana.</translation>
        </message>
        <message>
            <source>This workspace lies in a folder that %1 synchronises: the plan can lose changes there.</source>
            <translation>Ruang kerja ini ada di folder yang disinkronkan %1: perubahan rencana bisa hilang di sana.</translation>
        </message>
        <message>
            <source>Keep it on this computer's own disk, and exchange plans by sheet or calendar file</source>
            <translation>Simpan di disk komputer ini sendiri, dan tukar rencana lewat berkas Excel atau kalender</translation>
        </message>
        <message>
            <source>Do not warn again</source>
            <translation>Jangan ingatkan lagi</translation>
        </message>
        <message>
            <source>This is an empty plan. The damaged one is kept.</source>
            <translation>Ini rencana kosong. Yang rusak tetap disimpan.</translation>
        </message>
        <message>
            <source>A job is running: restore the backup when it is done.</source>
            <translation>Ada pekerjaan yang berjalan: pulihkan cadangan setelah selesai.</translation>
        </message>
        <message>
            <source>Restoring…</source>
            <translation>Memulihkan…</translation>
        </message>
        <message>
            <source>Restored: %1, with %2.</source>
            <translation>Dipulihkan: %1, berisi %2.</translation>
        </message>
        <message>
            <source>What was there before is kept.</source>
            <translation>Rencana sebelumnya tetap disimpan.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
    </context>
    <context>
        <name>RepeatDialog</name>
        <message>
            <source>Repeat</source>
            <translation>Ulangi</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>Seberapa sering</translation>
        </message>
        <message>
            <source>The rule in words</source>
            <translation>Aturan dalam kata-kata</translation>
        </message>
        <message>
            <source>every 2 weeks on Tuesday, last working day, second Thursday</source>
            <translation>setiap 2 minggu hari Selasa, hari kerja terakhir, Kamis kedua</translation>
        </message>
        <message>
            <source>The last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source>How many times</source>
            <translation>Berapa kali</translation>
        </message>
        <message>
            <source>Number the episodes, in their titles too</source>
            <translation>Beri nomor episode, juga di judulnya</translation>
        </message>
        <message>
            <source>Stop after this one</source>
            <translation>Berhenti setelah ini</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ubah</translation>
        </message>
        <message>
            <source>Repeat “%1”</source>
            <translation>Ulangi “%1”</translation>
        </message>
        <message>
            <source>It repeats %1. A change holds from this one on.</source>
            <translation>Berulang %1. Perubahan berlaku mulai yang ini.</translation>
        </message>
        <message>
            <source>The first is %1. Each one gets its own script, recording and files.</source>
            <translation>Yang pertama %1. Masing-masing punya naskah, rekaman, dan file sendiri.</translation>
        </message>
        <message>
            <source>Until when</source>
            <translation>Sampai kapan</translation>
        </message>
        <message>
            <source>Without an end</source>
            <translation>Tanpa akhir</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Sampai</translation>
        </message>
        <message>
            <source>So many times</source>
            <translation>Sebanyak</translation>
        </message>
        <message>
            <source>Another rule…</source>
            <translation>Aturan lain…</translation>
        </message>
        <message>
            <source>On %1</source>
            <translation>Pada %1</translation>
        </message>
    </context>
    <context>
        <name>ReplacementsList</name>
        <message>
            <source>Add a rule</source>
            <translation>Tambah aturan</translation>
        </message>
        <message>
            <source>There are two rules for “%1”.</source>
            <translation>Ada dua aturan untuk “%1”.</translation>
        </message>
        <message>
            <source>Write what is heard wrongly on the left.</source>
            <translation>Tulis di sebelah kiri apa yang salah didengar.</translation>
        </message>
        <message>
            <source>“%1” is no regular expression that can be used.</source>
            <translation>“%1” bukan ekspresi reguler yang bisa dipakai.</translation>
        </message>
        <message>
            <source>“%1” cannot be replaced by that.</source>
            <translation>“%1” tidak bisa diganti dengan itu.</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Report on %1</source>
            <translation>Laporan %1</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Memeriksa…</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Periksa lagi</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>Buka filenya</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>%n hal perlu dilihat</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to mend</source>
            <translation>Tidak ada yang perlu diperbaiki</translation>
        </message>
        <message>
            <source>profile %1</source>
            <translation>profil %1</translation>
        </message>
    </context>
    <context>
        <name>ReportModel</name>
        <message>
            <source>Cue</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Waktu</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Teks</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Masalah</translation>
        </message>
        <message>
            <source>Is / may be</source>
            <translation>Nilai / batas</translation>
        </message>
    </context>
    <context>
        <name>ReportPane</name>
        <message>
            <source>Open the subtitles</source>
            <translation>Buka subtitle</translation>
        </message>
        <message>
            <source>Open the video</source>
            <translation>Buka video</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Buka folder</translation>
        </message>
        <message>
            <source>Make again</source>
            <translation>Buat lagi</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batalkan</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Hapus</translation>
        </message>
        <message numerus="yes">
            <source>%n recordings chosen</source>
            <translation>
                <numerusform>%n rekaman dipilih</numerusform>
            </translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Coba lagi</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Memeriksa…</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>%n hal perlu dilihat</numerusform>
            </translation>
        </message>
        <message>
            <source>profile %1</source>
            <translation>profil %1</translation>
        </message>
    </context>
    <context>
        <name>ReportTable</name>
        <message>
            <source>What there is to mend</source>
            <translation>Yang perlu diperbaiki</translation>
        </message>
        <message>
            <source>No report yet</source>
            <translation>Belum ada laporan</translation>
        </message>
        <message>
            <source>It is made with the subtitles.</source>
            <translation>Laporan dibuat bersama subtitle.</translation>
        </message>
        <message>
            <source>Nothing to mend</source>
            <translation>Tidak ada yang perlu diperbaiki</translation>
        </message>
        <message>
            <source>Every rule of the profile “%1” is kept.</source>
            <translation>Semua aturan profil “%1” dipenuhi.</translation>
        </message>
    </context>
    <context>
        <name>SalesList</name>
        <message>
            <source>Add a sale</source>
            <translation>Tambah promo</translation>
        </message>
        <message>
            <source>Two sales are called “%1”.</source>
            <translation>Ada dua promo bernama “%1”.</translation>
        </message>
    </context>
    <context>
        <name>SavedViews</name>
        <message>
            <source>No saved views yet</source>
            <translation>Belum ada tampilan tersimpan</translation>
        </message>
        <message>
            <source>Save as a view…</source>
            <translation>Simpan sebagai tampilan…</translation>
        </message>
        <message>
            <source>Remove a view</source>
            <translation>Hapus tampilan</translation>
        </message>
        <message>
            <source>View: %1</source>
            <translation>Tampilan: %1</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Tampilan</translation>
        </message>
        <message>
            <source>Save as a view</source>
            <translation>Simpan sebagai tampilan</translation>
        </message>
        <message>
            <source>A name for what is filtered now</source>
            <translation>Nama untuk filter saat ini</translation>
        </message>
        <message>
            <source>Rename a view</source>
            <translation>Ganti nama tampilan</translation>
        </message>
        <message>
            <source>Another name for “%1”</source>
            <translation>Nama lain untuk “%1”</translation>
        </message>
    </context>
    <context>
        <name>ScopeDialog</name>
        <message>
            <source>Move what repeats</source>
            <translation>Pindahkan yang berulang</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Pindahkan</translation>
        </message>
        <message>
            <source>Only this one</source>
            <translation>Hanya yang ini</translation>
        </message>
        <message>
            <source>Change what repeats</source>
            <translation>Ubah yang berulang</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ubah</translation>
        </message>
        <message>
            <source>Remove what repeats</source>
            <translation>Hapus yang berulang</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>Only this one: skip it</source>
            <translation>Hanya yang ini: lewati</translation>
        </message>
        <message>
            <source>This and the following ones</source>
            <translation>Ini dan seterusnya</translation>
        </message>
        <message>
            <source>All of them</source>
            <translation>Semuanya</translation>
        </message>
        <message>
            <source>What is published stays as it is, unless it is this one.</source>
            <translation>Yang sudah tayang tetap seperti semula, kecuali yang ini.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
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
            <source>Your plan (siar.db), recordings, and all that was made lie in this folder.</source>
            <translation>Rencana (siar.db), rekaman, dan semua hasil buatan ada di folder ini.</translation>
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
        <name>SmallMonth</name>
        <message>
            <source>Month</source>
            <translation>Bulan</translation>
        </message>
        <message>
            <source>Previous month</source>
            <translation>Bulan sebelumnya</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Bulan berikutnya</translation>
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
        <message>
            <source>Style: %1…</source>
            <translation>Gaya: %1…</translation>
        </message>
        <message>
            <source>Cut or reframe…</source>
            <translation>Potong atau ubah bentuk…</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Laporan</translation>
        </message>
        <message>
            <source>Change the cut…</source>
            <translation>Ubah potongan…</translation>
        </message>
        <message>
            <source>Subtitle in the queue</source>
            <translation>Buat subtitle di antrean</translation>
        </message>
    </context>
    <context>
        <name>StylePicker</name>
        <message>
            <source>Caption style</source>
            <translation>Gaya teks</translation>
        </message>
        <message>
            <source>Caption styles</source>
            <translation>Gaya teks video</translation>
        </message>
        <message>
            <source>Reading the recording…</source>
            <translation>Membaca rekaman…</translation>
        </message>
        <message>
            <source>The recording with captions in this style</source>
            <translation>Rekaman dengan teks bergaya ini</translation>
        </message>
        <message>
            <source>Where in the recording</source>
            <translation>Posisi di rekaman</translation>
        </message>
        <message>
            <source>Use this style</source>
            <translation>Pakai gaya ini</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>White with a dark edge</source>
            <translation>Putih dengan tepi gelap</translation>
        </message>
        <message>
            <source>White on a dark box</source>
            <translation>Putih di atas kotak gelap</translation>
        </message>
        <message>
            <source>Words are coloured as they are said</source>
            <translation>Kata berwarna saat diucapkan</translation>
        </message>
        <message>
            <source>The word being said grows and is coloured</source>
            <translation>Kata yang diucapkan membesar dan berwarna</translation>
        </message>
        <message>
            <source>There are no subtitles yet: this is a sample.</source>
            <translation>Belum ada subtitle: ini hanya contoh.</translation>
        </message>
        <message>
            <source>Drawing…</source>
            <translation>Menggambar…</translation>
        </message>
    </context>
    <context>
        <name>SubtitlesPage</name>
        <message>
            <source>Drop recordings here</source>
            <translation>Jatuhkan rekaman di sini</translation>
        </message>
        <message>
            <source>Videos, sound files, or a whole folder. Their subtitles are written beside them.</source>
            <translation>Video, file suara, atau satu folder utuh. Subtitle disimpan di sampingnya.</translation>
        </message>
        <message>
            <source>Choose files…</source>
            <translation>Pilih file…</translation>
        </message>
        <message numerus="yes">
            <source>%n chosen:</source>
            <translation>
                <numerusform>%n dipilih:</numerusform>
            </translation>
        </message>
        <message>
            <source>New recordings:</source>
            <translation>Rekaman baru:</translation>
        </message>
        <message>
            <source>Add a recording first: the styles are shown on it.</source>
            <translation>Tambahkan rekaman dulu: gaya ditampilkan di atasnya.</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) left out: not a recording.</source>
            <translation>
                <numerusform>%n file dilewati: bukan rekaman.</numerusform>
            </translation>
        </message>
        <message>
            <source>Recordings</source>
            <translation>Rekaman</translation>
        </message>
        <message>
            <source>A folder with recordings</source>
            <translation>Folder berisi rekaman</translation>
        </message>
        <message>
            <source>Watch a folder</source>
            <translation>Pantau folder</translation>
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
        <name>TakesField</name>
        <message>
            <source>Add a take…</source>
            <translation>Tambah take…</translation>
        </message>
        <message>
            <source>Take it out</source>
            <translation>Keluarkan</translation>
        </message>
    </context>
    <context>
        <name>TimeField</name>
        <message>
            <source>Here</source>
            <translation>Di sini</translation>
        </message>
        <message>
            <source>Take the time of the frame that is shown</source>
            <translation>Pakai waktu dari gambar yang sedang terlihat</translation>
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
        <name>Understood</name>
        <message>
            <source>What was understood</source>
            <translation>Yang terbaca</translation>
        </message>
        <message>
            <source>Calendar “%1”</source>
            <translation>Kalender “%1”</translation>
        </message>
        <message>
            <source>Sheet “%1”, headings in row %2</source>
            <translation>Lembar “%1”, judul kolom di baris %2</translation>
        </message>
        <message>
            <source>(no heading)</source>
            <translation>(tanpa judul kolom)</translation>
        </message>
        <message>
            <source>is taken for %1</source>
            <translation>dibaca sebagai %1</translation>
        </message>
        <message>
            <source>Not used: %1</source>
            <translation>Tidak dipakai: %1</translation>
        </message>
        <message>
            <source>Assumed</source>
            <translation>Anggapan</translation>
        </message>
        <message>
            <source>Times without a zone are in the plan's own.</source>
            <translation>Jam tanpa zona memakai zona rencana.</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) of the plan are not in it, and stay as they are.</source>
            <translation>
                <numerusform>%n konten di rencana tidak ada di dalamnya, dan tetap seperti sekarang.</numerusform>
            </translation>
        </message>
        <message>
            <source>A sheet of Siar Studio: its columns are known.</source>
            <translation>Lembar dari Siar Studio: semua kolomnya dikenal.</translation>
        </message>
    </context>
    <context>
        <name>Unfit</name>
        <message>
            <source>Search all items</source>
            <translation>Cari di semua konten</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>Tampilkan semua</translation>
        </message>
        <message>
            <source>Nothing in %1 fits the filter.</source>
            <translation>Tidak ada yang sesuai filter di %1.</translation>
        </message>
        <message>
            <source>Nothing in %1 holds “%2”.</source>
            <translation>Tidak ada yang memuat “%2” di %1.</translation>
        </message>
        <message>
            <source>Nothing in %1 that fits the filter holds “%2”.</source>
            <translation>Tidak ada yang sesuai filter dan memuat “%2” di %1.</translation>
        </message>
    </context>
    <context>
        <name>UnreadModel</name>
        <message>
            <source>Row</source>
            <translation>Baris</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Baris</translation>
        </message>
        <message>
            <source>Why it could not be read</source>
            <translation>Mengapa tidak terbaca</translation>
        </message>
    </context>
    <context>
        <name>UnreadTable</name>
        <message>
            <source>Not read</source>
            <translation>Tidak terbaca</translation>
        </message>
    </context>
    <context>
        <name>ViewSwitch</name>
        <message>
            <source>Day</source>
            <translation>Hari</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Minggu</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Bulan</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Daftar</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Papan</translation>
        </message>
    </context>
    <context>
        <name>WeekView</name>
        <message numerus="yes">
            <source>+%n more</source>
            <translation>
                <numerusform>+%n lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>Calendar week</source>
            <translation>Kalender mingguan</translation>
        </message>
        <message>
            <source>Calendar day</source>
            <translation>Kalender harian</translation>
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
        <message>
            <source>Subtitles</source>
            <translation>Subtitle</translation>
        </message>
    </context>
    <context>
        <name>Wishes</name>
        <message>
            <source>Choose the recording first: the styles are shown on it.</source>
            <translation>Pilih rekamannya dulu: gayanya diperlihatkan di situ.</translation>
        </message>
    </context>
    <context>
        <name>WordingPanel</name>
        <message>
            <source>Names and terms</source>
            <translation>Nama dan istilah</translation>
        </message>
        <message>
            <source>One a line. Speech recognition is told of them before it listens, after the products, host, series and campaign of the item, so that it spells them right. Where there are many, the first ones count.</source>
            <translation>Satu per baris. Pengenal suara diberi tahu sebelum mendengarkan, setelah produk, host, seri, dan kampanye konten itu, supaya ejaannya benar. Kalau banyak, yang teratas didahulukan.</translation>
        </message>
        <message>
            <source>Find and replace</source>
            <translation>Cari dan ganti</translation>
        </message>
        <message>
            <source>What is still heard wrongly is put right here, whole words at a time; captions keep the time of the speech. The script of an item has the last word.</source>
            <translation>Yang masih salah didengar diperbaiki di sini, per kata utuh; waktu subtitle tetap mengikuti ucapannya. Naskah konten yang menentukan.</translation>
        </message>
        <message>
            <source>“%1” is no name or term: at most %2 characters, and a letter or a digit among them.</source>
            <translation>“%1” bukan nama atau istilah: paling banyak %2 karakter, dengan huruf atau angka di dalamnya.</translation>
        </message>
        <message>
            <source>At most %1 names and terms are kept.</source>
            <translation>Paling banyak %1 nama dan istilah yang disimpan.</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>No date yet</source>
            <translation>Belum ada tanggal</translation>
        </message>
        <message>
            <source>%1 % ready</source>
            <translation>%1 % siap</translation>
        </message>
        <message>
            <source>at risk</source>
            <translation>berisiko</translation>
        </message>
        <message>
            <source>clash</source>
            <translation>bentrok</translation>
        </message>
        <message>
            <source>%1, all day</source>
            <translation>%1, seharian</translation>
        </message>
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
            <source>Today</source>
            <translation>Hari ini</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Kemarin</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n konten</numerusform>
            </translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>Potongan</translation>
        </message>
        <message>
            <source>Plain</source>
            <translation>Polos</translation>
        </message>
        <message>
            <source>Boxed</source>
            <translation>Berkotak</translation>
        </message>
        <message>
            <source>Highlight</source>
            <translation>Sorot</translation>
        </message>
        <message>
            <source>Pop</source>
            <translation>Pop</translation>
        </message>
    </context>
    <context>
        <name>Writing</name>
        <message>
            <source>Title, or 19:30 and a title</source>
            <translation>Judul, atau 19.30 dan judul</translation>
        </message>
        <message>
            <source>An idea</source>
            <translation>Ide</translation>
        </message>
    </context>
    <context>
        <name>_RuleRow</name>
        <message>
            <source>lima puluh ribu</source>
            <translation>lima puluh ribu</translation>
        </message>
        <message>
            <source>What is heard</source>
            <translation>Yang didengar</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>tidak ada</translation>
        </message>
        <message>
            <source>What takes its place</source>
            <translation>Penggantinya</translation>
        </message>
        <message>
            <source>Aa</source>
            <translation>Aa</translation>
        </message>
        <message>
            <source>Capitals count</source>
            <translation>Huruf besar dibedakan</translation>
        </message>
        <message>
            <source>Capitals count: “Sari” is found, “sari” is not</source>
            <translation>Huruf besar dibedakan: “Sari” ditemukan, “sari” tidak</translation>
        </message>
        <message>
            <source>Regular expression</source>
            <translation>Ekspresi reguler</translation>
        </message>
        <message>
            <source>A regular expression; \1 stands for its first group</source>
            <translation>Ekspresi reguler; \1 berarti grup pertamanya</translation>
        </message>
        <message>
            <source>Remove the rule</source>
            <translation>Hapus aturan</translation>
        </message>
    </context>
    <context>
        <name>_SaleRow</name>
        <message>
            <source>Ramadan Sale</source>
            <translation>Ramadan Sale</translation>
        </message>
        <message>
            <source>Name of the sale</source>
            <translation>Nama promo</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Hari pertama</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Hari terakhir</translation>
        </message>
        <message>
            <source>Remove the sale</source>
            <translation>Hapus promo</translation>
        </message>
    </context>
    <context>
        <name>parent</name>
        <message>
            <source>Save as a view</source>
            <translation>Simpan sebagai tampilan</translation>
        </message>
        <message>
            <source>A name for what is filtered now</source>
            <translation>Nama untuk filter saat ini</translation>
        </message>
    </context>
    <context>
        <name>MachineForm</name>
        <message>
            <source>Automatic</source>
            <translation>Otomatis</translation>
        </message>
        <message>
            <source>8 bits: fastest (int8)</source>
            <translation>8 bit: tercepat (int8)</translation>
        </message>
        <message>
            <source>32 bits: exact (float32)</source>
            <translation>32 bit: paling tepat (float32)</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>Utas</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Bobot</translation>
        </message>
        <message>
            <source>Recognition takes %1 threads and %2 weights on this computer.</source>
            <translation>Pengenalan suara memakai %1 utas dan bobot %2 di komputer ini.</translation>
        </message>
    </context>
</TS>
