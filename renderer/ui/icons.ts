// The icons Alternat uses, by their Lucide names, so that one list shows the whole vocabulary of pictures.
export {
  ArrowDown, ArrowLeft, ArrowLeftRight, ArrowRight, ArrowUp, Ban, Bold, Bookmark, BookmarkPlus, BookOpen, CaseSensitive, Check, ChevronDown, ChevronLeft,
  ChevronRight, ChevronUp, ChevronsDownUp, ChevronsUpDown, CircleAlert, CircleCheck, CircleX, Columns2, Columns3, Copy, CornerUpLeft,
  Download, Ellipsis, FileDown, FilePlus2, FileText, FolderOpen, GitCompare, GripVertical, History, Import, Info, Italic,
  Languages, Library, List, ListOrdered, ListTree, LockKeyhole, Merge, MessageSquare, MessageSquarePlus, MessageSquareQuote, Minus, Moon, PanelLeft, PanelRight,
  Pencil, PenLine, Pilcrow, Plus, Printer, Redo2, Replace, RotateCcw, Save, Scissors, Search, Settings, SlidersHorizontal, Star,
  StickyNote, Sun, SunMoon, Tag, TextQuote, Trash2, TriangleAlert, Type as TypographyIcon, Underline, Undo2, Upload, Waypoints, WholeWord, X,
} from 'lucide-react'
